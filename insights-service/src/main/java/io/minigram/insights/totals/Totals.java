package io.minigram.insights.totals;

import org.eclipse.microprofile.graphql.Description;

/** How large the network is. */
@Description("How large the network is. A mean over nothing is null.")
public record Totals(
    @Description("Registered users, such as 5000.") long users,
    @Description("Photos posted, such as 25000.") long photos,
    @Description("Tags, by id; two tags can have the same name, such as 250.") long tags,
    @Description("Pairs of a photo and one of its tags, such as 93947.") long photoTags,
    @Description("Likes given, such as 504146.") long likes,
    @Description("Comments made, such as 351083.") long comments,
    @Description("Pairs of a follower and the account followed, such as 99061.") long follows,
    @Description("Mean number of photos a user has posted, such as 5.") Double photosPerUser,
    @Description("Mean number of likes a photo has got, such as 20.17.") Double likesPerPhoto,
    @Description("Mean number of comments a photo has got, such as 14.04.")
        Double commentsPerPhoto) {}
