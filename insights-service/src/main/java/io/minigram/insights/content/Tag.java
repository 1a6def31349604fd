package io.minigram.insights.content;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A tag name with its figures. */
@Description("A tag name with its figures, such as love; tags that share it are taken together.")
public record Tag(
    @NonNull @Description("The tags' name, such as love.") String name,
    @NonNull @Id @Description("Ids of the tags with this name, ascending, such as 1 and 92.")
        List<@NonNull Long> ids,
    @NonNull @Description("When the first of them was created, UTC, such as 2016-03-17T20:24:54Z.")
        OffsetDateTime createdAt,
    @Description("Pairs of a photo and a tag with this name, such as 761.") long uses,
    @Description(
            "Likes of these photos, such as 14536; a photo that carries two tags of this name"
                + " counts twice.")
        long likes,
    @Description("likes / uses, such as 19.1; null if it is not used.") Double likesPerUse,
    @Description(
            "Its place among all names by uses, such as 1 for the most used. Equal ones share it.")
        long rankByUses,
    @Description(
            "Its place among all names by likes, such as 1 for the most liked. Equal ones share"
                + " it.")
        long rankByLikes,
    @NonNull @Description("Themes that it belongs to, by name, such as family and general.")
        List<@NonNull String> themes) {}
