package io.minigram.insights.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Judges the recommendations of the published report by the data. */
final class Recommendations {

  private Recommendations() {}

  static List<Recommendation> of(Evidence evidence) {
    return List.of(
        campaign(evidence), partnerships(evidence), promotion(evidence), removal(evidence));
  }

  /** It takes weak months and engaged days: both have to be more than chance. */
  private static Recommendation campaign(Evidence evidence) {
    var months = CalendarFindings.months(evidence);
    var days = AudienceFindings.likesByWeekday(evidence);
    var ofMonths = months.test();
    var ofDays = days.test();
    var figures = new ArrayList<>(months.figures());
    figures.addAll(days.figures());
    var tests = tests(ofMonths, ofDays);
    var key = RecommendationKey.REGISTRATION_CAMPAIGN;
    if (ofMonths == null || ofDays == null) {
      return Recommendation.of(
          key,
          Verdict.TOO_LITTLE_DATA,
          "There are too few registrations or likes to tell months and days of the week apart.",
          List.copyOf(figures),
          tests);
    }
    var sentence =
        Words.format(
            "%s %s",
            ofMonths.holds()
                ? Words.format(
                    "Registrations are weakest in %s, by more than chance brings about (%s).",
                    Cells.inWords(months.lowest()), ofMonths.inWords())
                : Words.format(
                    "There are no weak months to aim at: no month has fewer registrations than"
                        + " chance brings about (%s).",
                    ofMonths.inWords()),
            ofDays.holds()
                ? Words.format(
                    "Most is liked on %s, by more than chance brings about (%s).",
                    Cells.inWords(days.highest()), ofDays.inWords())
                : Words.format(
                    "There are no most engaged days: no day of the week has more likes than chance"
                        + " brings about (%s).",
                    ofDays.inWords()));
    return Recommendation.of(
        key,
        ofMonths.holds() && ofDays.holds() ? Verdict.SUPPORTED : Verdict.NOT_SUPPORTED,
        sentence,
        List.copyOf(figures),
        tests);
  }

  private static Recommendation partnerships(Evidence evidence) {
    var themes = ContentFindings.themes(evidence);
    var test = ContentFindings.tagTest(evidence);
    var figures = new ArrayList<Figure>();
    for (var theme : themes) {
      figures.add(Figure.of(theme.theme(), theme.uses(), "uses"));
      figures.add(Figure.of(theme.theme() + ", expected", theme.expected(), "uses"));
    }
    var key = RecommendationKey.PARTNERSHIPS_BY_THEME;
    if (test == null) {
      return Recommendation.of(
          key,
          Verdict.TOO_LITTLE_DATA,
          "Too few highly engaged photos have tags to compare these with those of all others.",
          List.copyOf(figures),
          tests(test));
    }
    if (!test.holds()) {
      return Recommendation.of(
          key,
          Verdict.NOT_SUPPORTED,
          Words.format(
              "Highly engaged photos have the tags that all others have, within what chance brings"
                  + " about (%s), so no theme promises more engagement than another.",
              test.inWords()),
          List.copyOf(figures),
          tests(test));
    }
    if (themes.isEmpty()) {
      return Recommendation.of(
          key,
          Verdict.NOT_SUPPORTED,
          Words.format(
              "The tags of highly engaged photos differ from those of all others by more than"
                  + " chance brings about (%s), but no theme has more of them than is expected.",
              test.inWords()),
          List.copyOf(figures),
          tests(test));
    }
    return Recommendation.of(
        key,
        Verdict.SUPPORTED,
        Words.format(
            "The tags of highly engaged photos differ from those of all others by more than chance"
                + " brings about (%s); the themes that stand out most are %s.",
            test.inWords(),
            Words.all(themes.stream().map(ContentFindings.ThemeExcess::inWords).toList())),
        List.copyOf(figures),
        tests(test));
  }

  private static Recommendation promotion(Evidence evidence) {
    var engagement = evidence.influence().engagement();
    var test = InfluenceFindings.engagementTest(evidence);
    var figures = InfluenceFindings.engagementFigures(evidence);
    var key = RecommendationKey.PROMOTION_OF_INFLUENCERS;
    if (test == null) {
      return Recommendation.of(
          key,
          Verdict.TOO_LITTLE_DATA,
          "Too few users have engaged with influencers and with others to compare them.",
          figures,
          tests(test));
    }
    if (test.holds() && test.statistic() > 0) {
      return Recommendation.of(
          key,
          Verdict.SUPPORTED,
          Words.format(
              "Who engages with an influencer's photos at all does %s times as much on average as"
                  + " who engages with another user's (%s). Whether promotion would bring more of"
                  + " it, the data cannot tell.",
              Words.number(engagement.ratio()), test.inWords()),
          figures,
          tests(test));
    }
    return Recommendation.of(
        key,
        Verdict.NOT_SUPPORTED,
        test.holds()
            ? Words.format(
                "Who engages with an influencer's photos at all does less on average than who"
                    + " engages with another user's (%s).",
                test.inWords())
            : Words.format(
                "Engagement with influencers differs from engagement with others by no more than"
                    + " chance brings about (%s).",
                test.inWords()),
        figures,
        tests(test));
  }

  private static Recommendation removal(Evidence evidence) {
    var suspects = evidence.bots().suspects();
    var test = BotFindings.shareTest(evidence);
    var figures = BotFindings.shareFigures(evidence);
    var key = RecommendationKey.REMOVAL_OF_BOTS;
    if (evidence.totals().likes() > 0 && suspects.ranked().isEmpty()) {
      return Recommendation.of(
          key, Verdict.NOT_SUPPORTED, "Nobody is suspected to be a bot.", figures, tests(test));
    }
    if (test == null) {
      return Recommendation.of(
          key,
          Verdict.TOO_LITTLE_DATA,
          "There are too few likes to tell what suspected bots do to them.",
          figures,
          tests(test));
    }
    if (test.holds() && suspects.shareOfLikes() > suspects.shareOfUsers()) {
      return Recommendation.of(
          key,
          Verdict.SUPPORTED,
          Words.format(
              "Suspected bots are %s of the users and give %s of the likes (%s), so every figure of"
                  + " engagement holds them; leaving them out changes it. Whether each of them is a"
                  + " bot moderators have to decide before an account is removed.",
              Words.percent(suspects.shareOfUsers()),
              Words.percent(suspects.shareOfLikes()),
              test.inWords()),
          figures,
          tests(test));
    }
    return Recommendation.of(
        key,
        Verdict.NOT_SUPPORTED,
        Words.format(
            "Suspected bots are %s of the users and give %s of the likes, which is not more by what"
                + " chance brings about (%s): removing them would change little.",
            Words.percent(suspects.shareOfUsers()),
            Words.percent(suspects.shareOfLikes()),
            test.inWords()),
        figures,
        tests(test));
  }

  /** Those that were made. */
  private static List<StatisticalTest> tests(StatisticalTest... made) {
    return Stream.of(made).filter(Objects::nonNull).toList();
  }
}
