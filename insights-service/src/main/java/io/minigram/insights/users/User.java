package io.minigram.insights.users;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A registered user, and what the user did and got. */
@Description(
    "A registered user, and what the user did and got, such as 108 likes and 599 followers.")
public record User(
    @Id @Description("The user's id, such as 42.") long id,
    @NonNull @Description("The user's name, such as amy25; ids identify, names need not.")
        String username,
    @NonNull @Description("When the user registered, UTC, such as 2018-05-14T22:37:40Z.")
        OffsetDateTime registeredAt,
    @Description("Photos the user posted, such as 3.") long photos,
    @Description("Likes the user gave, such as 108.") long likes,
    @Description("Comments the user made, such as 104.") long comments,
    @Description("Accounts the user follows, such as 27.") long following,
    @Description("Users who follow this one, such as 599.") long followers,
    @Description("Likes on the user's photos, such as 1000.") long likesReceived,
    @Description("Comments on the user's photos, such as 419.") long commentsReceived,
    @Description("likesReceived / photos, such as 333.33; null without photos.")
        Double likesPerPhoto,
    @Description("commentsReceived / photos, such as 139.67; null without photos.")
        Double commentsPerPhoto,
    @Description("photos + likes + comments + following, such as 242.") long activity,
    @Description(
            "Activity / days since registration, such as 0.0998; null if the user registered on the"
                + " measuring day or later.")
        Double rate) {}
