package io.minigram.insights.bots;

import io.minigram.insights.definitions.Share;

/** How many of the likes on a user's photos come from suspected bots. */
record Boost(long userId, String username, long likes, long botLikes, double botShare) {

  boolean isCertain(Confidence confidence, Share minBotShare) {
    return confidence.isAtLeast(minBotShare.value().doubleValue(), botLikes, likes);
  }

  BoostedUser judged(Confidence confidence, Share minBotShare) {
    return new BoostedUser(
        userId,
        username,
        likes,
        botLikes,
        botShare,
        confidence.lowerBound(botLikes, likes),
        isCertain(confidence, minBotShare));
  }
}
