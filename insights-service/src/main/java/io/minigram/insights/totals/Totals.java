package io.minigram.insights.totals;

import org.eclipse.microprofile.graphql.Description;

/** How large the network is. */
@Description("How large the network is. A mean over nothing is null.")
public record Totals(
    @Description("Registered users.") long users,
    @Description("Photos posted.") long photos,
    @Description("Tags, by id; two tags can have the same name.") long tags,
    @Description("Pairs of a photo and one of its tags.") long photoTags,
    @Description("Likes given.") long likes,
    @Description("Comments made.") long comments,
    @Description("Pairs of a follower and the account followed.") long follows,
    @Description("Mean number of photos a user has posted.") Double photosPerUser,
    @Description("Mean number of likes a photo has got.") Double likesPerPhoto,
    @Description("Mean number of comments a photo has got.") Double commentsPerPhoto) {}
