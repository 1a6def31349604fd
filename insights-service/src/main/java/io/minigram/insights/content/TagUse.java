package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** How often a tag name is used. */
@Description(
    "How often a tag name is used, such as love 761 times; tags that share a name are counted"
        + " together.")
public record TagUse(
    @Id @Description("The lowest id of the tags with this name, such as 1.") long tagId,
    @NonNull @Description("The tag's name, such as love.") String name,
    @Description(
            "Pairs of a photo and a tag with this name, of the photos that are looked at, such as"
                + " 761.")
        long uses,
    @Description(
            "Likes of these photos, such as 14536; a photo that carries two tags of this name"
                + " counts twice.")
        long likes) {}
