package io.minigram.insights.themes;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A subject, and the tags that point to it. */
@Description("A subject, and the tags that point to it, such as nature with beach and forest.")
public record Theme(
    @NonNull @Description("The theme's name, such as nature.") String name,
    @NonNull
        @Description(
            "Names of its tags, by name, such as beach and forest; a tag may have several themes.")
        List<@NonNull String> tags) {}
