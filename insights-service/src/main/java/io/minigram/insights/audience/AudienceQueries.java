package io.minigram.insights.audience;

import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What sets of users are called and do. */
@Singleton
public class AudienceQueries extends AggregateQueries {

  private final String usernames = statement("/sql/audience/usernames.sql");
  private final String weekdays = statement("/sql/audience/weekdays.sql");

  /** What is asked for with others of its kind. */
  private record UsernamesOf(Uni<List<Long>> ids) {}

  /**
   * What is asked for once an operation, with others of its kind.
   *
   * @param cohort the same for the same rule
   */
  private record WeekdaysOf(CohortRule rule, Uni<Cohort> cohort) {}

  AudienceQueries(Snapshots snapshots) {
    super(snapshots);
  }

  /** What users are called, by id. */
  Uni<Map<Long, String>> usernames(Uni<List<Long>> ids) {
    var snapshot = snapshot();
    return snapshot.together(new UsernamesOf(ids), questions -> usernames(snapshot, questions));
  }

  private Uni<Map<UsernamesOf, Map<Long, String>>> usernames(
      Snapshot snapshot, List<UsernamesOf> questions) {
    // whoever asks for a page that is none fails alone
    var lists =
        questions.stream()
            .map(question -> question.ids().onFailure().recoverWithItem(List.of()))
            .toList();
    return Uni.join()
        .all(lists)
        .andFailFast()
        .flatMap(
            all ->
                snapshot.rows(
                    usernames,
                    Tuple.of(all.stream().flatMap(List::stream).distinct().toArray(Long[]::new)),
                    row -> Map.entry(row.getLong("user_id"), row.getString("username"))))
        .map(
            rows -> {
              var names =
                  rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
              return questions.stream()
                  .collect(Collectors.toMap(question -> question, question -> names));
            });
  }

  /** What the members of a cohort did on each day of the week, Monday first. */
  public Uni<List<CohortDay>> weekdays(CohortRule rule, Uni<Cohort> cohort) {
    var snapshot = snapshot();
    var question = new WeekdaysOf(rule, cohort);
    return snapshot.once(
        question, () -> snapshot.together(question, questions -> weekdays(snapshot, questions)));
  }

  private Uni<Map<WeekdaysOf, List<CohortDay>>> weekdays(
      Snapshot snapshot, List<WeekdaysOf> questions) {
    return Uni.join()
        .all(questions.stream().map(WeekdaysOf::cohort).toList())
        .andFailFast()
        .flatMap(cohorts -> snapshot.rows(weekdays, members(cohorts), AudienceQueries::week))
        .map(
            weeks -> {
              var answers = new HashMap<WeekdaysOf, List<CohortDay>>();
              questions.forEach(question -> answers.put(question, Week.EMPTY.days()));
              weeks.forEach(week -> answers.put(questions.get(week.cohort()), week.days()));
              return answers;
            });
  }

  /** The members of all cohorts, each with the number of its cohort. */
  private static Tuple members(List<Cohort> cohorts) {
    var ids = new ArrayList<Long>();
    var numbers = new ArrayList<Integer>();
    for (int number = 0; number < cohorts.size(); number++) {
      for (var member : cohorts.get(number).members()) {
        ids.add(member.id());
        numbers.add(number);
      }
    }
    return Tuple.of(ids.toArray(Long[]::new), numbers.toArray(Integer[]::new));
  }

  /** What the members of a cohort did, Monday first. */
  private record Week(int cohort, Long[] photos, Long[] likes, Long[] comments, Long[] follows) {

    private static final Long[] NOTHING = {0L, 0L, 0L, 0L, 0L, 0L, 0L};

    static final Week EMPTY = new Week(0, NOTHING, NOTHING, NOTHING, NOTHING);

    List<CohortDay> days() {
      return IntStream.range(0, NOTHING.length)
          .mapToObj(
              day ->
                  new CohortDay(
                      Weekday.ofIso(day + 1), photos[day], likes[day], comments[day], follows[day]))
          .toList();
    }
  }

  private static Week week(Row row) {
    return new Week(
        row.getInteger("cohort"),
        row.getArrayOfLongs("photos"),
        row.getArrayOfLongs("likes"),
        row.getArrayOfLongs("comments"),
        row.getArrayOfLongs("follows"));
  }
}
