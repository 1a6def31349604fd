package io.minigram.insights.report;

import io.minigram.insights.influence.Correlation;
import io.minigram.insights.influence.GroupMean;
import java.util.ArrayList;
import java.util.List;

/** How influencers compare with everyone else. */
final class InfluenceFindings {

  private InfluenceFindings() {}

  static List<Finding> of(Evidence evidence) {
    return List.of(
        influencers(evidence),
        tags(evidence),
        activity(evidence),
        engagement(evidence),
        correlation(evidence));
  }

  private static Finding influencers(Evidence evidence) {
    var influence = evidence.influence();
    var most = influence.most();
    var posts = influence.comparison().posts();
    var follows = influence.comparison().followersToFollowing();
    var test =
        StatisticalTest.welch(
            posts.welchTest(), posts.influencers().users() + posts.others().users());
    var figures = new ArrayList<Figure>();
    figures.add(Figure.of("influencers", most.influencers(), Figure.USERS));
    figures.add(new Figure("share of users", most.shareOfUsers(), Figure.SHARE));
    figures.add(new Figure("photos by influencers", posts.influencers().mean(), "photos a user"));
    figures.add(new Figure("photos by others", posts.others().mean(), "photos a user"));
    figures.add(
        new Figure(
            "followers to accounts followed, influencers",
            follows.influencers().ratio(),
            Figure.RATIO));
    figures.add(
        new Figure(
            "followers to accounts followed, others", follows.others().ratio(), Figure.RATIO));
    if (most.rows().isEmpty()) {
      return Finding.of(
          FindingKey.INFLUENCERS, "Nobody is an influencer.", List.copyOf(figures), test);
    }
    var first = most.rows().get(0).influencer();
    figures.add(Figure.of("followers of " + first.username(), first.followers(), "followers"));
    return Finding.of(
        FindingKey.INFLUENCERS,
        Words.format(
            "There %s (%s of the users), of whom %s has most followers: %s. %s",
            most.influencers() == 1
                ? "is 1 influencer"
                : "are " + Words.count(most.influencers()) + " influencers",
            Words.percent(most.shareOfUsers()),
            first.username(),
            Words.count(first.followers()),
            compared(
                "They posted %s photos on average, everyone else %s",
                posts.influencers(), posts.others(), test)),
        List.copyOf(figures),
        test);
  }

  private static Finding tags(Evidence evidence) {
    var influence = evidence.influence();
    var test = TagCounts.of(influence.tags(), influence.othersTags()).test();
    var figures = new ArrayList<Figure>();
    figures.addAll(ContentFindings.tagFigures(influence.tags(), ", influencers"));
    figures.addAll(ContentFindings.tagFigures(influence.othersTags(), ", others"));
    return Finding.of(
        FindingKey.INFLUENCER_TAGS,
        influence.tags().isEmpty()
            ? "No photo of an influencer has a tag."
            : Words.format(
                "Influencers use these tags most: %s; everyone else: %s. %s",
                ContentFindings.inWords(influence.tags()),
                influence.othersTags().isEmpty()
                    ? "none"
                    : ContentFindings.inWords(influence.othersTags()),
                ContentFindings.verdict(test, "everyone else's")),
        List.copyOf(figures),
        test);
  }

  private static Finding activity(Evidence evidence) {
    var activity = evidence.influence().comparison().activity();
    var rate = evidence.influence().comparison().activityRate();
    var test =
        StatisticalTest.welch(
            activity.welchTestWithoutBots(),
            activity.influencers().users() + activity.othersWithoutBots().users());
    return Finding.of(
        FindingKey.INFLUENCER_ACTIVITY,
        activity.influencers().users() == 0
            ? "There are no influencers whose activity could be compared."
            : Words.format(
                "%s With suspected bots it is %s for everyone else. A day since registration it is"
                    + " %s for influencers and %s for everyone else without suspected bots.",
                compared(
                    "The mean activity of influencers is %s, of everyone else without suspected"
                        + " bots %s",
                    activity.influencers(), activity.othersWithoutBots(), test),
                Words.number(activity.others().mean()),
                Words.number(rate.influencers().mean()),
                Words.number(rate.othersWithoutBots().mean())),
        List.of(
            new Figure("influencers", activity.influencers().mean(), "actions a user"),
            new Figure("others", activity.others().mean(), "actions a user"),
            new Figure(
                "others without suspected bots",
                activity.othersWithoutBots().mean(),
                "actions a user"),
            new Figure("influencers, rate", rate.influencers().mean(), "actions a user and day"),
            new Figure("others, rate", rate.others().mean(), "actions a user and day"),
            new Figure(
                "others without suspected bots, rate",
                rate.othersWithoutBots().mean(),
                "actions a user and day")),
        test);
  }

  static StatisticalTest engagementTest(Evidence evidence) {
    var engagement = evidence.influence().engagement();
    return StatisticalTest.welch(
        engagement.welchTest(),
        engagement.towardsInfluencers().pairs() + engagement.towardsOthers().pairs());
  }

  static List<Figure> engagementFigures(Evidence evidence) {
    var engagement = evidence.influence().engagement();
    return List.of(
        Figure.of("pairs with influencers", engagement.towardsInfluencers().pairs(), "pairs"),
        Figure.of("pairs with others", engagement.towardsOthers().pairs(), "pairs"),
        new Figure(
            "engagement with influencers",
            engagement.towardsInfluencers().mean(),
            "engagement a pair"),
        new Figure(
            "engagement with others", engagement.towardsOthers().mean(), "engagement a pair"),
        new Figure("ratio of the means", engagement.ratio(), Figure.RATIO));
  }

  private static Finding engagement(Evidence evidence) {
    var engagement = evidence.influence().engagement();
    var test = engagementTest(evidence);
    return Finding.of(
        FindingKey.INFLUENCER_ENGAGEMENT,
        engagement.ratio() == null
            ? "There are no pairs of users, with influencers and with others, to compare."
            : Words.format(
                "Over the pairs of an acting user and an owner that interacted at all, the mean"
                    + " engagement is %s with influencers (%s pairs) and %s with others (%s pairs):"
                    + " a ratio of the means of %s%s. It does not tell how likely a user is to"
                    + " engage.",
                Words.number(engagement.towardsInfluencers().mean()),
                Words.count(engagement.towardsInfluencers().pairs()),
                Words.number(engagement.towardsOthers().mean()),
                Words.count(engagement.towardsOthers().pairs()),
                Words.number(engagement.ratio()),
                verdict(test)),
        engagementFigures(evidence),
        test);
  }

  private static Finding correlation(Evidence evidence) {
    var found = evidence.influence().followersAndLikes();
    var test = StatisticalTest.spearman(found.spearman(), found.users());
    return Finding.of(
        FindingKey.FOLLOWERS_AND_LIKES,
        test == null
            ? Words.format(
                "The followers and likes a photo of %s are too few, or too alike, to be compared.",
                Words.count(found.users(), "user with a photo", "users with a photo"))
            : Words.format(
                "Over %s users with a photo, followers and likes a photo %s (by rank: %s; along a"
                    + " straight line r = %s).",
                Words.count(found.users()),
                direction(test),
                test.inWords(),
                Words.number(coefficient(found.pearson()))),
        List.of(
            Figure.of("users with a photo", found.users(), Figure.USERS),
            new Figure("Pearson", coefficient(found.pearson()), "coefficient"),
            new Figure("Spearman", coefficient(found.spearman()), "coefficient")),
        test);
  }

  private static String direction(StatisticalTest test) {
    if (!test.holds()) {
      return "go together by no more than chance brings about";
    }
    return test.statistic() > 0
        ? "go together by more than chance brings about"
        : "go against each other by more than chance brings about";
  }

  private static Double coefficient(Correlation correlation) {
    return correlation == null ? null : correlation.coefficient();
  }

  private static String compared(
      String form, GroupMean first, GroupMean second, StatisticalTest test) {
    return Words.format(form, Words.number(first.mean()), Words.number(second.mean()))
        + verdict(test)
        + ".";
  }

  /** Whether two means differ. */
  static String verdict(StatisticalTest test) {
    if (test == null) {
      return ", of too few or too alike to tell whether they differ";
    }
    return Words.format(
        ", which differ by %s than chance brings about (%s)",
        test.holds() ? "more" : "no more", test.inWords());
  }
}
