package io.minigram.insights.report;

import io.minigram.insights.audience.Cohort;
import io.minigram.insights.audience.CohortDay;
import io.minigram.insights.calendar.FoldedBucket;
import java.util.ArrayList;
import java.util.List;

/** Who the users are, and when they act. */
final class AudienceFindings {

  private static final String WEEKDAYS = "days of the week";
  static final String OTHERS = "everyone else's likes";

  private static final int SATURDAY = 6;

  private AudienceFindings() {}

  static List<Finding> of(Evidence evidence) {
    var audience = evidence.audience();
    return List.of(
        likes(evidence),
        cohort(
            FindingKey.ACTIVE_USERS,
            "most active users, with an activity from %s on,",
            "likes by the most active users",
            audience.active(),
            audience.activeDays(),
            evidence),
        cohort(
            FindingKey.INACTIVE_USERS,
            "least active users, with an activity up to %s,",
            "likes by the least active users",
            audience.inactive(),
            audience.inactiveDays(),
            evidence),
        cohort(
            FindingKey.NEVER_POSTED,
            "users who never posted a photo,",
            "likes by users who never posted",
            audience.neverPosted(),
            audience.neverPostedDays(),
            evidence));
  }

  static Cells likesByWeekday(Evidence evidence) {
    return Cells.of("likes", WEEKDAYS, evidence.audience().likesByWeekday())
        .tested(WeeklyPattern.test(evidence.audience().likesByDay()));
  }

  private static Finding likes(Evidence evidence) {
    var cells = likesByWeekday(evidence);
    var folded = evidence.audience().likesByWeekday();
    if (folded.total() == 0) {
      return cells.finding(FindingKey.LIKES_BY_WEEKDAY);
    }
    var weekend = folded.buckets().stream().filter(bucket -> bucket.bucket() >= SATURDAY).toList();
    double share = weekend.stream().mapToDouble(FoldedBucket::events).sum() / folded.total();
    double time = weekend.stream().mapToDouble(FoldedBucket::expectedEvents).sum() / folded.total();
    var figures = new ArrayList<>(cells.figures());
    figures.add(Figure.of("likes on Saturdays and Sundays", share, Figure.SHARE));
    figures.add(Figure.of("days that are Saturdays and Sundays", time, Figure.SHARE));
    return Finding.of(
        FindingKey.LIKES_BY_WEEKDAY,
        Words.format(
            "%s Each day is compared with the week around it, so that growth is not taken for a"
                + " pattern. Saturdays and Sundays have %s of the likes, and are %s of the days.",
            cells.sentence(), Words.percent(share), Words.percent(time)),
        List.copyOf(figures),
        cells.test());
  }

  private static Finding cohort(
      FindingKey key,
      String who,
      String subject,
      Cohort cohort,
      List<CohortDay> days,
      Evidence evidence) {
    var cells =
        Cells.compared(
            subject,
            WEEKDAYS,
            OTHERS,
            evidence.audience().likesByWeekday(),
            days.stream().map(CohortDay::likes).toList());
    var figures = new ArrayList<Figure>();
    figures.add(Figure.of("members", cohort.members().size(), Figure.USERS));
    figures.add(new Figure("share of users", cohort.shareOfUsers(), Figure.SHARE));
    if (key != FindingKey.NEVER_POSTED) {
      figures.add(new Figure("activity of the last member", cohort.cutOff(), "actions"));
    }
    figures.addAll(cells.figures());
    return Finding.of(
        key,
        cohort.members().isEmpty()
            ? Words.format("There are no %s.", who.replaceAll(",.*", ""))
            : Words.format(
                "There are %s %s %s of all. %s",
                Words.count(cohort.members().size()),
                Words.format(who, Words.number(cohort.cutOff())),
                Words.percent(cohort.shareOfUsers()),
                cells.sentence()),
        List.copyOf(figures),
        cells.test());
  }
}
