package io.minigram.insights;

import static io.minigram.insights.testing.Answers.answer;
import static io.minigram.insights.testing.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.workbench.testing.OwnerDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before anything is loaded, counts are 0, lists are empty, and means and shares are null. */
@InsightsTest
class EmptyNetworkTest {

  @BeforeAll
  static void clear() {
    OwnerDatabase.clear();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ totals { users likes photosPerUser likesPerPhoto commentsPerPhoto } }"
            + "| {'totals': {'users': 0, 'likes': 0, 'photosPerUser': null, 'likesPerPhoto': null,"
            + " 'commentsPerPhoto': null}}",
        "{ eventSeries(kind: LIKES) { label events } } | {'eventSeries': []}",
        "{ eventSeries(kind: LIKES, bots: ONLY) { label events } } | {'eventSeries': []}",
        "{ growth(pillar: ALL) { year } } | {'growth': []}",
        "{ influencers { edges { cursor } pageInfo { hasNextPage endCursor } totalCount"
            + " shareOfUsers } }"
            + "| {'influencers': {'edges': [], 'pageInfo': {'hasNextPage': false,"
            + " 'endCursor': null}, 'totalCount': 0, 'shareOfUsers': null}}",
        "{ cohort(cohort: ACTIVE, by: RATE) { edges { cursor } totalCount cutOff measuredOn } }"
            + "| {'cohort': {'edges': [], 'totalCount': 0, 'cutOff': null, 'measuredOn': null}}",
        "{ activityMeans { measuredOn influencers { users meanActivity meanRate }"
            + " othersWithoutBots { users meanActivity meanRate } } }"
            + "| {'activityMeans': {'measuredOn': null,"
            + " 'influencers': {'users': 0, 'meanActivity': null, 'meanRate': null},"
            + " 'othersWithoutBots': {'users': 0, 'meanActivity': null, 'meanRate': null}}}",
        "{ pairEngagement { towardsOthers { pairs mean variance } ratio welchTest { t } } }"
            + "| {'pairEngagement': {'towardsOthers': {'pairs': 0, 'mean': null,"
            + " 'variance': null}, 'ratio': null, 'welchTest': null}}",
        "{ influencerComparison { measuredOn posts { influencers { users mean variance } ratio"
            + " welchTest { t } } followersToFollowing { others { users ratio } } } }"
            + "| {'influencerComparison': {'measuredOn': null, 'posts': {'influencers':"
            + " {'users': 0, 'mean': null, 'variance': null}, 'ratio': null, 'welchTest': null},"
            + " 'followersToFollowing': {'others': {'users': 0, 'ratio': null}}}}",
        "{ followersAndLikes { users pearson { pValue } spearman { pValue } } }"
            + "| {'followersAndLikes': {'users': 0, 'pearson': null, 'spearman': null}}",
        "{ users { edges { cursor } totalCount measuredOn } }"
            + "| {'users': {'edges': [], 'totalCount': 0, 'measuredOn': null}}",
        "{ users(orderBy: RATE) { edges { cursor } totalCount } }"
            + "| {'users': {'edges': [], 'totalCount': 0}}",
        "{ user(id: 1) { id } } | {'user': null}",
        "{ usersByName(username: \"ann\") { edges { cursor } totalCount } }"
            + "| {'usersByName': {'edges': [], 'totalCount': 0}}",
        "{ neverPosted { edges { cursor } totalCount shareOfUsers } }"
            + "| {'neverPosted': {'edges': [], 'totalCount': 0, 'shareOfUsers': null}}",
        "{ engagedPhotos { edges { cursor } totalCount cutOff } }"
            + "| {'engagedPhotos': {'edges': [], 'totalCount': 0, 'cutOff': null}}",
        "{ engagedPhotoTags { edges { cursor } totalCount } }"
            + "| {'engagedPhotoTags': {'edges': [], 'totalCount': 0}}",
        "{ tagsByInfluence(usedBy: OTHERS) { edges { cursor } totalCount } }"
            + "| {'tagsByInfluence': {'edges': [], 'totalCount': 0}}",
        "{ suspectedBots { edges { cursor } totalCount shareOfUsers likes shareOfLikes } }"
            + "| {'suspectedBots': {'edges': [], 'totalCount': 0, 'shareOfUsers': null,"
            + " 'likes': 0, 'shareOfLikes': null}}",
        "{ likesPerPhoto { photos meanFromBots meanFromOthers meanShareFromBots } }"
            + "| {'likesPerPhoto': {'photos': 0, 'meanFromBots': null, 'meanFromOthers': null,"
            + " 'meanShareFromBots': null}}",
        "{ boostedUsers { edges { cursor } totalCount } }"
            + "| {'boostedUsers': {'edges': [], 'totalCount': 0}}",
        "{ suspectedBots(suspects: DETECTOR) { edges { cursor } totalCount shareOfUsers likes"
            + " shareOfLikes } }"
            + "| {'suspectedBots': {'edges': [], 'totalCount': 0, 'shareOfUsers': null,"
            + " 'likes': 0, 'shareOfLikes': null}}",
        "{ likesPerPhoto(minLikedShare: 0.5) { photos meanFromBots meanFromOthers"
            + " meanShareFromBots } }"
            + "| {'likesPerPhoto': {'photos': 0, 'meanFromBots': null, 'meanFromOthers': null,"
            + " 'meanShareFromBots': null}}",
        "{ boostedUsers(minLikedShare: 0.5) { edges { cursor } totalCount } }"
            + "| {'boostedUsers': {'edges': [], 'totalCount': 0}}",
        "{ photos { edges { cursor } totalCount } } | {'photos': {'edges': [], 'totalCount': 0}}",
        "{ photos(orderBy: NEWEST) { edges { cursor } totalCount } }"
            + "| {'photos': {'edges': [], 'totalCount': 0}}",
        "{ photo(id: 1) { id } } | {'photo': null}",
        "{ tags { edges { cursor } totalCount } } | {'tags': {'edges': [], 'totalCount': 0}}",
        "{ tag(name: \"love\") { uses } } | {'tag': null}",
        "{ postingHours { engagedPhotos photos rate best worst evenness { pValue } } }"
            + "| {'postingHours': {'engagedPhotos': 0, 'photos': 0, 'rate': null, 'best': [],"
            + " 'worst': [], 'evenness': null}}",
      })
  void hasNothing(String query, String expected) {
    assertThat(answer(query)).isEqualTo(json(expected));
  }

  @Test
  void foldsNothingIntoEveryBucket() {
    var folded =
        answer(
            """
            { foldedEvents(kind: PHOTOS, by: QUARTER) {
                total buckets { label events expectedEvents } evenness { pValue } } }
            """);

    assertThat(folded)
        .isEqualTo(
            json(
                """
                {"foldedEvents": {"total": 0, "buckets": [
                  {"label": "Q1", "events": 0, "expectedEvents": 0},
                  {"label": "Q2", "events": 0, "expectedEvents": 0},
                  {"label": "Q3", "events": 0, "expectedEvents": 0},
                  {"label": "Q4", "events": 0, "expectedEvents": 0}], "evenness": null}}
                """));
  }

  @Test
  void hasDaysHoursThemesAndQuartersWithoutEvents() {
    var answer =
        answer(
            """
            {
              days: cohortWeekdays(cohort: INACTIVE, by: ACTIVITY) { day likes }
              hours: engagedPhotoHours { engagedPhotos photos rate }
              themes: engagedPhotoThemes { uses }
              quarters: botPressure { photos meanLikesFromOthers }
            }
            """);

    assertThat(answer.get("days").findValuesAsText("likes")).hasSize(7).containsOnly("0");
    assertThat(answer.get("hours"))
        .hasSize(24)
        .containsOnly(json("{'engagedPhotos': 0, 'photos': 0, 'rate': null}"));
    assertThat(answer.get("themes").findValuesAsText("uses")).hasSize(25).containsOnly("0");
    assertThat(answer.get("quarters"))
        .hasSize(4)
        .containsOnly(json("{'photos': 0, 'meanLikesFromOthers': null}"));
  }

  @Test
  void reportsThatThereIsNothingToReport() {
    var report =
        answer(
                """
                { report {
                    measuredOn summary findings { outcome test { name } }
                    recommendations { verdict } } }
                """)
            .get("report");

    assertThat(report.get("measuredOn").isNull()).isTrue();
    assertThat(report.get("summary"))
        .isEqualTo(json("['The network is empty: there is nothing to report on yet.']"));
    assertThat(report.get("findings"))
        .isNotEmpty()
        .containsOnly(json("{'outcome': 'TOO_LITTLE_DATA', 'test': null}"));
    assertThat(report.get("recommendations"))
        .hasSize(4)
        .containsOnly(json("{'verdict': 'TOO_LITTLE_DATA'}"));
  }
}
