package io.minigram.insights.audience;

import java.util.List;

/** All influencers in order, with their share of all users; null if there are no users. */
record Influencers(List<Influencer> ranked, Double shareOfUsers) {}
