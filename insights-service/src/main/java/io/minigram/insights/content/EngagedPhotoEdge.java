package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A highly engaged photo in its list. */
@Description("A highly engaged photo in its list.")
public record EngagedPhotoEdge(
    @NonNull @Description("A highly engaged photo.") EngagedPhoto node,
    @NonNull @Description("Its place in the list, to be given as `after`.") String cursor) {}
