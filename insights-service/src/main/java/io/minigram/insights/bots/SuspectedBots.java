package io.minigram.insights.bots;

import java.util.List;

/**
 * All suspected bots in order, and how much they are of the network; shares of nothing are null.
 */
public record SuspectedBots(
    List<SuspectedBot> ranked, Double shareOfUsers, long likes, Double shareOfLikes) {}
