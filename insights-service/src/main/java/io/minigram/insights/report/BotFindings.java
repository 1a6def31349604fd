package io.minigram.insights.report;

import io.minigram.insights.bots.BoostedUser;
import io.minigram.insights.bots.BotPressure;
import io.minigram.insights.calendar.EventPeriod;
import io.minigram.insights.calendar.FoldedBucket;
import io.minigram.insights.calendar.FoldedEvents;
import io.minigram.insights.calendar.YearGrowth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Suspected bots, and what they do to everyone else's figures. */
final class BotFindings {

  private static final String LIKES = "likes";
  private static final String BOT_LIKES = "likes by suspected bots";

  private BotFindings() {}

  static List<Finding> of(Evidence evidence) {
    var bots = evidence.bots();
    return List.of(
        suspects(evidence),
        growth(evidence),
        compared("days of the week", evidence.audience().likesByWeekday(), bots.likesByWeekday())
            .finding(FindingKey.BOT_LIKES_BY_WEEKDAY),
        compared("hours of the day", bots.allLikesByHour(), bots.likesByHour())
            .finding(FindingKey.BOT_LIKES_BY_HOUR),
        boosted(evidence),
        pressure(evidence));
  }

  private static Cells compared(String between, FoldedEvents all, FoldedEvents theirs) {
    return Cells.compared(
        BOT_LIKES,
        between,
        AudienceFindings.OTHERS,
        all,
        theirs.buckets().stream().map(FoldedBucket::events).toList());
  }

  /** Whether suspects give another share of the likes than their share of users. */
  static StatisticalTest shareTest(Evidence evidence) {
    var suspects = evidence.bots().suspects();
    long likes = evidence.totals().likes();
    double share = suspects.shareOfUsers() == null ? 0 : suspects.shareOfUsers();
    return StatisticalTest.goodnessOfFit(
        new double[] {likes * share, likes * (1 - share)},
        new long[] {suspects.likes(), likes - suspects.likes()});
  }

  static List<Figure> shareFigures(Evidence evidence) {
    var suspects = evidence.bots().suspects();
    return List.of(
        Figure.of("suspected bots", suspects.ranked().size(), Figure.USERS),
        new Figure("share of users", suspects.shareOfUsers(), Figure.SHARE),
        Figure.of(BOT_LIKES, suspects.likes(), LIKES),
        new Figure("share of likes", suspects.shareOfLikes(), Figure.SHARE));
  }

  private static Finding suspects(Evidence evidence) {
    var suspects = evidence.bots().suspects();
    var perPhoto = evidence.bots().likesPerPhoto();
    var test = shareTest(evidence);
    var figures = new ArrayList<>(shareFigures(evidence));
    figures.add(new Figure("likes from suspected bots", perPhoto.meanFromBots(), "likes a photo"));
    figures.add(new Figure("likes from others", perPhoto.meanFromOthers(), "likes a photo"));
    figures.add(
        new Figure("mean share of a photo's likes", perPhoto.meanShareFromBots(), Figure.SHARE));
    if (suspects.ranked().isEmpty()) {
      return Finding.of(
          FindingKey.SUSPECTED_BOTS,
          evidence.totals().likes() == 0 ? Outcome.TOO_LITTLE_DATA : Outcome.DOES_NOT_HOLD,
          "Nobody is suspected to be a bot.",
          List.copyOf(figures),
          null);
    }
    return Finding.of(
        FindingKey.SUSPECTED_BOTS,
        Words.format(
            "%s suspected to be %s (%s of the users); they gave %s of %s likes (%s)%s. A photo has"
                + " %s likes from them on average and %s from everyone else; the mean of their"
                + " share in a photo's likes is %s.",
            Words.count(suspects.ranked().size(), "user is", "users are"),
            suspects.ranked().size() == 1 ? "a bot" : "bots",
            Words.percent(suspects.shareOfUsers()),
            Words.count(suspects.likes()),
            Words.count(evidence.totals().likes()),
            Words.percent(suspects.shareOfLikes()),
            test == null
                ? ", of too few to compare with their share of users"
                : Words.format(
                    ", %s than chance brings about (%s)",
                    test.holds()
                        ? "which differs from their share of users by more"
                        : "which differs from their share of users by no more",
                    test.inWords()),
            Words.number(perPhoto.meanFromBots()),
            Words.number(perPhoto.meanFromOthers()),
            Words.percent(perPhoto.meanShareFromBots())),
        List.copyOf(figures),
        test);
  }

  private static Finding growth(Evidence evidence) {
    Map<Integer, Long> byYear =
        evidence.bots().likesByYear().stream()
            .collect(Collectors.toMap(year -> year.startsOn().getYear(), EventPeriod::events));
    var all = CalendarFindings.over(evidence.growth().likes(), evidence.measuredOn());
    var figures = new ArrayList<Figure>();
    for (var year : all) {
      figures.add(
          Figure.of(
              BOT_LIKES + " in " + year.label(), byYear.getOrDefault(year.year(), 0L), LIKES));
    }
    var test = all.size() < 2 ? null : shareChange(all, byYear);
    if (test == null) {
      return Finding.of(
          FindingKey.BOT_LIKES_GROWTH,
          "How the share of suspected bots in the likes changes cannot be told yet: there are no"
              + " two years, one after the other, that are over and have enough of both.",
          List.copyOf(figures),
          null);
    }
    var last = all.get(all.size() - 1);
    var before = all.get(all.size() - 2);
    long likes = byYear.getOrDefault(last.year(), 0L);
    long likesBefore = byYear.getOrDefault(before.year(), 0L);
    return Finding.of(
        FindingKey.BOT_LIKES_GROWTH,
        Words.format(
            "Suspected bots gave %s likes in %d after %s in %d (%s), which were %s and %s of all"
                + " likes; the change of the share is %s than chance brings about (%s).",
            Words.count(likes),
            last.year(),
            Words.count(likesBefore),
            before.year(),
            Words.growth(likesBefore == 0 ? null : (double) (likes - likesBefore) / likesBefore),
            Words.percent((double) likes / last.added()),
            Words.percent((double) likesBefore / before.added()),
            test.holds() ? "more" : "no more",
            test.inWords()),
        List.copyOf(figures),
        test);
  }

  private static StatisticalTest shareChange(List<YearGrowth> all, Map<Integer, Long> byYear) {
    var suspects = new long[2];
    var others = new long[2];
    for (int i = 0; i < 2; i++) {
      var year = all.get(all.size() - 2 + i);
      suspects[i] = byYear.getOrDefault(year.year(), 0L);
      others[i] = year.added() - suspects[i];
    }
    return StatisticalTest.homogeneity(suspects, others);
  }

  private static Finding boosted(Evidence evidence) {
    var boosted = evidence.bots().boosted();
    double bound = evidence.rules().minBotShare().value().doubleValue();
    long certain = boosted.stream().filter(BoostedUser::certain).count();
    long owners = evidence.totals().users() - evidence.audience().neverPosted().members().size();
    var figures = new ArrayList<Figure>();
    figures.add(Figure.of("boosted users", boosted.size(), Figure.USERS));
    figures.add(Figure.of("boosted users that are certain", certain, Figure.USERS));
    var strongest =
        boosted.stream()
            .filter(user -> user.botLikes() > 0)
            .min(
                Comparator.comparingDouble(
                    (BoostedUser user) ->
                        StatisticalTest.binomial(user.botLikes(), user.likes(), bound, 1)
                            .pValue()));
    if (strongest.isEmpty()) {
      return Finding.of(
          FindingKey.BOOSTED_USERS,
          evidence.totals().likes() == 0 ? Outcome.TOO_LITTLE_DATA : Outcome.DOES_NOT_HOLD,
          Words.format(
              "No user owes suspected bots %s or more of the likes on their photos.",
              Words.percent(bound)),
          List.copyOf(figures),
          null);
    }
    var user = strongest.get();
    figures.add(Figure.of("likes of " + user.username(), user.likes(), LIKES));
    figures.add(Figure.of("of these, from suspected bots", user.botLikes(), LIKES));
    figures.add(Figure.of("lower bound of their share", user.botShareLowerBound(), Figure.SHARE));
    var test = StatisticalTest.binomial(user.botLikes(), user.likes(), bound, Math.max(1, owners));
    return Finding.of(
        FindingKey.BOOSTED_USERS,
        Words.format(
            "%s suspected bots %s or more of the likes on their photos; for %s the share is certain"
                + " to be so high with 95 %% confidence, each taken alone. The most striking is %s"
                + " with %s of %s likes (at least %s), which among %s is %s than chance brings"
                + " about (%s).",
            Words.count(boosted.size(), "user owes", "users owe"),
            Words.percent(bound),
            Words.count(certain),
            user.username(),
            Words.count(user.botLikes()),
            Words.count(user.likes()),
            Words.percent(user.botShareLowerBound()),
            Words.count(owners, "user with photos", "users with photos"),
            test.holds() ? "more" : "no more",
            test.inWords()),
        List.copyOf(figures),
        test);
  }

  private static Finding pressure(Evidence evidence) {
    var quarters = evidence.bots().pressure();
    var lowest = quarters.get(0);
    var highest = quarters.get(quarters.size() - 1);
    var test = StatisticalTest.welch(comments(lowest), comments(highest));
    var figures = new ArrayList<Figure>();
    for (var quarter : quarters) {
      var name = "quarter " + quarter.quartile();
      figures.add(Figure.of("photos in " + name, quarter.photos(), "photos"));
      figures.add(
          new Figure(
              "comments by others, " + name, quarter.meanCommentsFromOthers(), "comments a photo"));
      figures.add(
          new Figure("likes by others, " + name, quarter.meanLikesFromOthers(), "likes a photo"));
    }
    return Finding.of(
        FindingKey.BOT_PRESSURE,
        lowest.photos() == 0 || highest.photos() == 0
            ? "There are too few photos, or too alike, to compare those that suspected bots like"
                + " most with those that they like least."
            : Words.format(
                "On the quarter of liked photos with the lowest share of likes from suspected bots"
                    + " everyone else left %s comments a photo, on that with the highest %s%s. It"
                    + " goes together and does not tell what causes what: a photo with few likes"
                    + " from others has a high share from bots for that alone.",
                Words.number(lowest.meanCommentsFromOthers()),
                Words.number(highest.meanCommentsFromOthers()),
                InfluenceFindings.verdict(test)),
        List.copyOf(figures),
        test);
  }

  private static StatisticalTest.Spread comments(BotPressure quarter) {
    return new StatisticalTest.Spread(
        quarter.photos(), quarter.meanCommentsFromOthers(), quarter.varianceOfCommentsFromOthers());
  }
}
