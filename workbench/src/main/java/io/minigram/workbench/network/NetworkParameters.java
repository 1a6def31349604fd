package io.minigram.workbench.network;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Everything that decides what a network looks like. Built with {@link NetworkOptions}, which knows
 * the defaults.
 *
 * @param photoTagDraws pairs drawn; those whose photo is older than the tag are left out
 * @param followDraws pairs drawn; self-follows and those towards influencers are left out
 * @param likeDraws pairs drawn by everyone, beside what bots and influencers' followers like
 * @param commentDraws photos drawn; each photo drawn at least once is commented on
 * @param commentMean mean of the normal distribution whose rounded absolute value is the number of
 *     comments on such a photo
 * @param commentDeviation its standard deviation
 * @param bots how many of the users that are no influencers
 * @param botLikes how many of all photos each bot likes
 * @param influencers how many of the users
 * @param followers how many of all users follow each influencer
 * @param engagedInfluencers how many of the influencers have followers that act on every photo
 * @param likingFollowers how many of an engaged influencer's followers like every photo
 * @param commentingFollowers how many of them, drawn independently, comment on every photo
 * @param start when the first user may register, UTC
 * @param end the last moment of everything, UTC
 * @param tagEnd the last moment at which a tag may come up, UTC
 */
public record NetworkParameters(
    long seed,
    int users,
    int photos,
    int tags,
    long photoTagDraws,
    long followDraws,
    long likeDraws,
    long commentDraws,
    double commentMean,
    double commentDeviation,
    Volume bots,
    Volume botLikes,
    Volume influencers,
    Volume followers,
    Volume engagedInfluencers,
    Volume likingFollowers,
    Volume commentingFollowers,
    LocalDateTime start,
    LocalDateTime end,
    LocalDateTime tagEnd,
    LikesFrom likesFrom) {

  private static final int MOST_ENTITIES = 1_000_000_000;
  private static final long MOST_DRAWS = 1_000_000_000_000L;
  private static final int LAST_YEAR = 9999;

  /** Refuses what cannot be made. */
  public NetworkParameters {
    within("users", users, 1, MOST_ENTITIES);
    within("photos", photos, 0, MOST_ENTITIES);
    within("tags", tags, 0, MOST_ENTITIES);
    within("photo-tag draws", photoTagDraws, 0, MOST_DRAWS);
    within("follow draws", followDraws, 0, MOST_DRAWS);
    within("like draws", likeDraws, 0, MOST_DRAWS);
    within("comment draws", commentDraws, 0, MOST_DRAWS);
    require(
        photos > 0 || photoTagDraws + likeDraws + commentDraws == 0,
        "photo tags, likes and comments need photos, and there are to be none");
    require(tags > 0 || photoTagDraws == 0, "photo tags need tags, and there are to be none");
    require(
        Double.isFinite(commentMean) && Math.abs(commentMean) <= 1_000_000,
        "the comments' mean must be a number up to 1000000, not " + commentMean);
    require(
        commentDeviation >= 0 && commentDeviation <= 1_000_000,
        "the comments' deviation must be from 0 to 1000000, not " + commentDeviation);
    long mostInfluencers = influencers.most(users);
    long leastFollowers = followers.least(users);
    fits("influencers", influencers, mostInfluencers, users, "users");
    fits("bots", bots, bots.most(users), users - mostInfluencers, "users that are no influencers");
    if (bots.most(users) > 0) {
      fits("bot likes", botLikes, botLikes.most(photos), photos, "photos");
    }
    if (mostInfluencers > 0) {
      long leastInfluencers = Math.max(influencers.least(users), 1);
      fits("followers", followers, followers.most(users), users - 1L, "other users");
      fitsAll("engaged influencers", engagedInfluencers, leastInfluencers, "influencers");
      fitsAll("liking followers", likingFollowers, leastFollowers, "followers");
      fitsAll("commenting followers", commentingFollowers, leastFollowers, "followers");
    }
    require(
        start.getYear() >= 0 && end.getYear() <= LAST_YEAR,
        "years go from 0000 to 9999: " + start + " to " + end);
    require(!end.isBefore(start), "the end, %s, lies before the start, %s".formatted(end, start));
    require(
        ChronoUnit.SECONDS.between(start, end) < Integer.MAX_VALUE,
        "from the start to the end must be less than 68 years");
    require(
        !tagEnd.isBefore(start) && !tagEnd.isAfter(end),
        "the tags' end, %s, lies outside %s to %s".formatted(tagEnd, start, end));
  }

  private static void within(String name, long value, long least, long most) {
    require(
        value >= least && value <= most,
        "%s must be from %d to %d, not %d".formatted(name, least, most, value));
  }

  private static void fitsAll(String name, Volume volume, long total, String what) {
    fits(name, volume, volume.most(total), total, what);
  }

  private static void fits(String name, Volume volume, long most, long available, String what) {
    require(
        most <= available,
        "%s: %s can be %d, and there are %d %s".formatted(name, volume, most, available, what));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
