package io.minigram.insights.audience;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.InsightsTest;
import io.minigram.insights.testing.SmallNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activities: ann, ben and cleo 6 each, dan 5, eve 4. */
@InsightsTest
class AudienceTest {

  @BeforeAll
  static void load() {
    SmallNetwork.load();
  }

  @ParameterizedTest
  @CsvSource({
    // one of five users, and the two that tie with the last
    "'cohort: ACTIVE, by: ACTIVITY, share: 0.2', 'ann ben cleo', 6",
    // 5 % of five users is a quarter, rounded up to one; the ties are in again
    "'cohort: ACTIVE, by: ACTIVITY', 'ann ben cleo', 6",
    // an activity of 6 is bot-like here: dan is the most active of the rest
    "'cohort: ACTIVE, by: ACTIVITY, share: 0.2, botLikeActivity: 6', 'dan', 5",
    "'cohort: INACTIVE, by: ACTIVITY, share: 0.4', 'eve dan', 5",
    // nobody is too active or too young to be inactive
    "'cohort: INACTIVE, by: ACTIVITY, share: 0.2, botLikeActivity: 0, youngDays: 9999', 'eve', 4",
    // eve is 10 days old, which is young
    "'cohort: ACTIVE, by: RATE, share: 0.4', 'dan cleo', 0.016529",
    "'cohort: ACTIVE, by: RATE, share: 0.4, youngDays: 9', 'eve dan', 0.027778",
    // dan's 5 of activity are bot-like as well
    "'cohort: ACTIVE, by: RATE, share: 0.2, botLikeActivity: 5, youngDays: 9', 'eve', 0.4",
    "'cohort: INACTIVE, by: RATE, share: 0.4', 'ann ben', 0.009419",
    // eve registered on that day and has no rate; the others' days are 10 fewer
    "'cohort: INACTIVE, by: RATE, share: 1, measuredOn: \"2024-12-21\"',"
        + " 'ann ben cleo dan', 0.029412",
    "'cohort: ACTIVE, by: ACTIVITY, share: 0', '', ",
  })
  void takesOneEndOfTheUsers(String arguments, String members, Double cutOff) {
    var cohort =
        answer("{ cohort(%s) { edges { node { username } } cutOff } }".formatted(arguments));

    assertThat(String.join(" ", cohort.findValuesAsText("username"))).isEqualTo(members);
    assertThat(cohort.at("/cohort/cutOff")).isEqualTo(json(String.valueOf(cutOff)));
  }

  @Test
  void showsActivityAndRateOfAMember() {
    var cohort =
        answer(
            """
            { cohort(cohort: INACTIVE, by: ACTIVITY, share: 0.4) {
                edges { node { id username activity rate } } totalCount cutOff measuredOn } }
            """);

    // 4 / 10 days, 5 / 180 days
    assertThat(cohort)
        .isEqualTo(
            json(
                """
                {"cohort": {
                  "edges": [
                    {"node": {"id": "5", "username": "eve", "activity": 4, "rate": 0.4}},
                    {"node": {"id": "4", "username": "dan", "activity": 5, "rate": 0.0277777778}}],
                  "totalCount": 2, "cutOff": 5, "measuredOn": "2024-12-31"}}
                """));
  }

  @Test
  void tellsOnWhichDaysTheActiveDoWhat() {
    var days =
        answer(
            """
            { cohortWeekdays(cohort: ACTIVE, by: ACTIVITY, share: 0.2) {
                day photos likes comments follows } }
            """);

    // ann, ben and cleo
    assertThat(days.get("cohortWeekdays"))
        .isEqualTo(
            json(
                """
                [{"day": "MONDAY",    "photos": 1, "likes": 1, "comments": 1, "follows": 0},
                 {"day": "TUESDAY",   "photos": 1, "likes": 2, "comments": 0, "follows": 0},
                 {"day": "WEDNESDAY", "photos": 1, "likes": 0, "comments": 2, "follows": 0},
                 {"day": "THURSDAY",  "photos": 1, "likes": 1, "comments": 0, "follows": 0},
                 {"day": "FRIDAY",    "photos": 0, "likes": 1, "comments": 1, "follows": 2},
                 {"day": "SATURDAY",  "photos": 0, "likes": 0, "comments": 1, "follows": 1},
                 {"day": "SUNDAY",    "photos": 0, "likes": 0, "comments": 0, "follows": 1}]
                """));
  }

  @Test
  void tellsOnWhichDaysTheInactiveDoWhat() {
    var days =
        answer(
            """
            { cohortWeekdays(cohort: INACTIVE, by: ACTIVITY, share: 0.4) {
                day photos likes comments follows } }
            """);

    // eve and dan, who neither post nor comment
    assertThat(days.get("cohortWeekdays"))
        .isEqualTo(
            json(
                """
                [{"day": "MONDAY",    "photos": 0, "likes": 3, "comments": 0, "follows": 0},
                 {"day": "TUESDAY",   "photos": 0, "likes": 2, "comments": 0, "follows": 0},
                 {"day": "WEDNESDAY", "photos": 0, "likes": 1, "comments": 0, "follows": 0},
                 {"day": "THURSDAY",  "photos": 0, "likes": 0, "comments": 0, "follows": 0},
                 {"day": "FRIDAY",    "photos": 0, "likes": 0, "comments": 0, "follows": 0},
                 {"day": "SATURDAY",  "photos": 0, "likes": 0, "comments": 0, "follows": 1},
                 {"day": "SUNDAY",    "photos": 0, "likes": 1, "comments": 0, "follows": 1}]
                """));
  }

  @Test
  void listsWhoNeverPosted() {
    var users =
        answer(
            """
            { neverPosted { edges { node { username activity } } totalCount shareOfUsers } }
            """);

    assertThat(users)
        .isEqualTo(
            json(
                """
                {"neverPosted": {
                  "edges": [
                    {"node": {"username": "dan", "activity": 5}},
                    {"node": {"username": "eve", "activity": 4}}],
                  "totalCount": 2, "shareOfUsers": 0.4}}
                """));
  }

  @Test
  void putsWhoNeverPostedAndHasNoRateLast() {
    var cohort =
        answer(
            """
            { cohort(cohort: NEVER_POSTED, by: RATE, share: 0, measuredOn: "2024-12-21") {
                edges { node { username rate } } cutOff } }
            """);

    // dan 5 / 170 days; eve registered on that day
    assertThat(cohort)
        .isEqualTo(
            json(
                """
                {"cohort": {
                  "edges": [
                    {"node": {"username": "dan", "rate": 0.0294117647}},
                    {"node": {"username": "eve", "rate": null}}],
                  "cutOff": null}}
                """));
  }

  @Test
  void tellsOnWhichDaysThoseWhoNeverPostedLike() {
    var days = answer("{ cohortWeekdays(cohort: NEVER_POSTED, by: ACTIVITY) { likes follows } }");

    // dan and eve, Monday to Sunday
    assertThat(String.join(" ", days.findValuesAsText("likes"))).isEqualTo("3 2 1 0 0 0 1");
    assertThat(String.join(" ", days.findValuesAsText("follows"))).isEqualTo("0 0 0 0 0 1 1");
  }
}
