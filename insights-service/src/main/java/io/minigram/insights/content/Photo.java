package io.minigram.insights.content;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A photo with its figures. */
@Description("A photo with its figures, such as one with 4 likes and 2 comments.")
public record Photo(
    @Id @Description("The photo's id, such as 381.") long id,
    @Id @Description("Id of the user who posted it, such as 1084.") long ownerId,
    @Description(
            "Name of the user who posted it, such as ann; null while the registration is not in"
                + " the figures. Ids identify, names need not.")
        String ownerUsername,
    @NonNull @Description("When it was posted, UTC, such as 2023-05-01T08:15:00Z.")
        OffsetDateTime createdAt,
    @Description("Where the image is, such as https://example.org/10; null if it was removed.")
        String imageUrl,
    @NonNull @Description("Names of its tags, by name, such as cute, love.")
        List<@NonNull String> tags,
    @Description("Likes it has got, such as 4.") long likes,
    @Description("Comments it has got, such as 2.") long comments,
    @Description("Likes + commentWeight × comments, such as 4 + 1.5 × 2 = 7.") double engagement,
    @Description(
            "Its place among all photos in the order of the list, by engagement where there is no"
                + " other, such as 1 for the first. Equal ones share it.")
        long rank,
    @Description("Of its likes, those from suspected bots, such as 1.") long botLikes,
    @Description("botLikes / likes, 0 to 1, such as 0.25; null if it has no likes.")
        Double botShare) {}
