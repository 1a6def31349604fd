package io.minigram.insights.content;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A highly engaged photo. */
@Description("A highly engaged photo.")
public record EngagedPhoto(
    @Id @Description("The photo's id.") long id,
    @Id @Description("Id of the user who posted it.") long ownerId,
    @NonNull @Description("Name of the user who posted it.") String ownerUsername,
    @NonNull @Description("When it was posted, UTC.") OffsetDateTime createdAt,
    @Description("Likes it has got.") long likes,
    @Description("Comments it has got.") long comments,
    @Description("Likes + commentWeight × comments.") double engagement) {}
