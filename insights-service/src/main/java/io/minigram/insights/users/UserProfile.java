package io.minigram.insights.users;

import io.minigram.insights.definitions.SuspectSet;
import io.minigram.insights.influence.InfluenceScore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** All that is known of a user. */
@Description("All that is known of a user, such as rank, influence, and whether it may be a bot.")
public record UserProfile(
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
        Double rate,
    @Description("UTC day at which the rate was measured, such as 2025-01-01.")
        LocalDate measuredOn,
    @NonNull @Description("Where the user stands among all, such as third by activity.")
        UserRanks ranks,
    @NonNull @Description("How influential the user is, and why, such as 79 of 100.")
        InfluenceScore influence,
    @NonNull
        @Description(
            "By whose word the user is suspected to be a bot, each by its default, such as"
                + " [LIKED_SHARE]; empty if by nobody's.")
        List<@NonNull SuspectSet> suspectedBy) {}
