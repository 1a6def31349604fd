package io.minigram.insights.users;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InsightsTest
class UsersTest {

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @ParameterizedTest
  @CsvSource({
    // ann, ben and cleo 6, dan 5, eve 4
    "ACTIVITY,  2024-12-31, ann ben cleo dan eve, 1 1 1 4 5",
    // 4 / 10, 5 / 180, 6 / 363, 6 / 637, 6 / 729
    "RATE,      2024-12-31, eve dan cleo ben ann, 1 2 3 4 5",
    // eve registered on that day
    "RATE,      2024-12-21, dan cleo ben ann,     1 2 3 4",
    "FOLLOWERS, 2024-12-31, ann ben cleo dan eve, 1 2 3 4 4",
    "NEWEST,    2024-12-31, eve dan cleo ben ann, 1 2 3 4 5",
    "OLDEST,    2024-12-31, ann ben cleo dan eve, 1 2 3 4 5",
  })
  void ordersAndRanks(String order, String measuredOn, String names, String ranks) {
    var users =
        answer(
            """
            { users(orderBy: %s, measuredOn: "%s") { edges { node { username } rank } } }
            """
                .formatted(order, measuredOn));

    assertThat(text(users, "username")).isEqualTo(names);
    assertThat(text(users, "rank")).isEqualTo(ranks);
  }

  @ParameterizedTest
  @CsvSource({
    // cleo shares the rank of those on the page before
    "ACTIVITY,  2, cleo dan eve, 1 4 5",
    "ACTIVITY,  3, dan eve,      4 5",
    "FOLLOWERS, 1, ben cleo dan eve, 2 3 4 4",
    "FOLLOWERS, 4, eve,          4",
    "RATE,      3, ben ann,      4 5",
    "OLDEST,    3, dan eve,      4 5",
    "OLDEST,    5, '',           ''",
  })
  void goesOnWhereAPageEnded(String order, int shown, String names, String ranks) {
    var before =
        answer(
            "{ users(orderBy: %s, first: %d) { pageInfo { endCursor } } }".formatted(order, shown));
    var cursor = before.at("/users/pageInfo/endCursor").asText();

    var users =
        answer(
            """
            { users(orderBy: %s, after: "%s") {
                edges { node { username } rank } pageInfo { hasPreviousPage } totalCount } }
            """
                .formatted(order, cursor));

    assertThat(text(users, "username")).isEqualTo(names);
    assertThat(text(users, "rank")).isEqualTo(ranks);
    assertThat(users.at("/users/totalCount").asInt()).isEqualTo(5);
    assertThat(users.at("/users/pageInfo/hasPreviousPage").asBoolean()).isTrue();
  }

  @Test
  void showsWhatAUserDidAndGot() {
    var users =
        answer(
            """
            { users(orderBy: FOLLOWERS, first: 1) {
                edges { node {
                  id username registeredAt photos likes comments following followers likesReceived
                  commentsReceived likesPerPhoto commentsPerPhoto activity rate } }
                totalCount measuredOn } }
            """);

    assertThat(users)
        .isEqualTo(
            json(
                """
                {"users": {
                  "edges": [{"node": {
                    "id": "1", "username": "ann", "registeredAt": "2023-01-02T08:00:00Z",
                    "photos": 2, "likes": 1, "comments": 2, "following": 1, "followers": 3,
                    "likesReceived": 7, "commentsReceived": 3, "likesPerPhoto": 3.5,
                    "commentsPerPhoto": 1.5, "activity": 6, "rate": 0.0082304527}}],
                  "totalCount": 5, "measuredOn": "2024-12-31"}}
                """));
  }

  @Test
  void tellsAllOfAUser() {
    var user =
        answer(
            """
            { user(id: 2, minLikedShare: 0.8) {
                id username photos followers likesPerPhoto activity rate measuredOn
                ranks { activity rate followers } influence { value } suspectedBy } }
            """);

    // by its default a suspect has liked one of four photos
    assertThat(user)
        .isEqualTo(
            json(
                """
                {"user": {
                  "id": "2", "username": "ben", "photos": 1, "followers": 2, "likesPerPhoto": 3,
                  "activity": 6, "rate": 0.0094191523, "measuredOn": "2024-12-31",
                  "ranks": {"activity": 1, "rate": 4, "followers": 2},
                  "influence": {"value": 66.9781976510}, "suspectedBy": ["LIKED_SHARE"]}}
                """));
  }

  @Test
  void hasNoRateAndNoLikesAPhotoOfAUserWithoutDaysAndPhotos() {
    var user =
        answer(
            """
            { user(id: "5", measuredOn: "2024-12-21") {
                likesPerPhoto commentsPerPhoto rate ranks { activity rate followers }
                influence { value components { value score } } } }
            """);

    // of the components, the engagement's benchmark is 0 / 0: by the default all are suspects
    assertThat(user)
        .isEqualTo(
            json(
                """
                {"user": {
                  "likesPerPhoto": null, "commentsPerPhoto": null, "rate": null,
                  "ranks": {"activity": 5, "rate": null, "followers": 4},
                  "influence": {"value": 0, "components": [
                    {"value": 0, "score": 0}, {"value": null, "score": 0},
                    {"value": null, "score": 0}]}}}
                """));
  }

  @Test
  void hasNoUserOfAnotherId() {
    assertThat(answer("{ user(id: 999) { id } }")).isEqualTo(json("{'user': null}"));
  }

  @ParameterizedTest
  @CsvSource({
    "ann,  EXACT,  1 6",
    "an,   EXACT,  ''",
    "an,   PREFIX, 1 6 7 8",
    "ann,  PREFIX, 1 6 7 8",
    "Ann,  PREFIX, ''",
    "an%,  PREFIX, ''",
    "anné, PREFIX, 8",
  })
  void findsUsersByName(String name, String match, String ids) {
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id) values
          (6, 'ann', '2024-12-22 08:00:00Z', 2), (7, 'anna', '2024-12-22 08:00:00Z', 2),
          (8, 'anné', '2024-12-22 08:00:00Z', 2)
        """);
    RollUps.rebuild();

    var users =
        answer(
            """
            { usersByName(username: "%s", match: %s) { edges { node { id } } totalCount } }
            """
                .formatted(name, match));

    assertThat(text(users, "id")).isEqualTo(ids);
    assertThat(users.at("/usersByName/totalCount").asInt())
        .isEqualTo(ids.isEmpty() ? 0 : ids.split(" ").length);
  }

  @Test
  void turnsPagesOfNamesThatAreShared() {
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id) values
          (6, 'été', '2024-12-22 08:00:00Z', 2), (7, 'été', '2024-12-22 08:00:00Z', 2)
        """);
    RollUps.rebuild();
    var first =
        answer(
            "{ usersByName(username: \"été\", first: 1) { pageInfo { endCursor hasNextPage } } }");

    var second =
        answer(
            """
            { usersByName(username: "été", after: "%s") {
                edges { node { id } } pageInfo { hasNextPage } } }
            """
                .formatted(first.at("/usersByName/pageInfo/endCursor").asText()));

    assertThat(first.at("/usersByName/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(second)
        .isEqualTo(
            json(
                """
                {"usersByName": {
                  "edges": [{"node": {"id": "7"}}], "pageInfo": {"hasNextPage": false}}}
                """));
  }

  private static String text(JsonNode answer, String field) {
    return String.join(" ", answer.findValuesAsText(field));
  }
}
