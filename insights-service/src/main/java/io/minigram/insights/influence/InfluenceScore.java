package io.minigram.insights.influence;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * How influential an account is: a follower count alone says little about it (Cha, Haddadi,
 * Benevenuto and Gummadi, "Measuring User Influence in Twitter: The Million Follower Fallacy",
 * ICWSM 2010), so the score also asks how many the account follows itself, as the
 * follower-to-following ratio of Anger and Kittl does ("Measuring Influence on Twitter", i-KNOW
 * 2011), and how much its photos are liked and talked about.
 *
 * <p>Followers, likes and comments of suspected bots are left out. Of each part, {@code x}, comes
 * {@code x / (x + benchmark)}, which is 0 for nothing, one half at the benchmark, and always below
 * or at 1, so that no outlier drowns the rest:
 *
 * <ul>
 *   <li>reach: followers; the benchmark is a tenth of all users, the published bar of an influencer
 *   <li>attention: followers / accounts followed; the benchmark is 1
 *   <li>engagement: (likes + 1.5 × comments) / photos; the benchmark is the same over all photos
 * </ul>
 *
 * <p>The score is 100 × their geometric mean. It makes up for no part with another, which is why
 * the Human Development Index has taken it since 2010 (UNDP): who never posts has no influence,
 * however many follow. It is 50 where all parts are at their benchmarks. The statement {@code
 * influencers.sql} computes it.
 *
 * @param value 0 to 100
 * @param components reach, attention and engagement
 */
@Description(
    "How influential an account is, 0 to 100: 100 × the geometric mean of reach, attention and"
        + " engagement, each value / (value + benchmark), such as 79.1. Followers, likes and"
        + " comments of suspected bots are left out. 50 means: at all benchmarks.")
public record InfluenceScore(
    @Description("The score, 0 to 100, such as 79.1.") double value,
    @NonNull @Description("Reach, attention and engagement, of which the score is made.")
        List<@NonNull ScoreComponent> components) {}
