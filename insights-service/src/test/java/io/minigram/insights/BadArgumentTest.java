package io.minigram.insights;

import static io.minigram.insights.testing.Answers.error;
import static io.minigram.insights.testing.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.insights.testing.SmallNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InsightsTest
class BadArgumentTest {

  @BeforeAll
  static void load() {
    SmallNetwork.load();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventSeries(kind: LIKES, minLikedShare: 1.01) { events }",
        "foldedEvents(kind: LIKES, by: HOUR, minLikedShare: -0.01) { total }",
        "eventSeries(kind: LIKES, timeZone: \"Mars\") { events }",
        "foldedEvents(kind: LIKES, by: HOUR, timeZone: \"+05:30\") { total }",
        "eventSeries(kind: LIKES, from: \"yesterday\") { events }",
        "eventSeries(kind: LIKES, from: \"2024-02-30\") { events }",
        "eventSeries(kind: LIKES, from: \"2024-01-01T00:10Z\") { events }",
        "eventSeries(kind: LIKES, from: \"2024-01-01\", to: \"2024-01-01\") { events }",
        "eventSeries(kind: LIKES, to: \"+12024-01-01\") { events }",
        "foldedEvents(kind: LIKES, by: HOUR, to: \"2024-01-01T00:15:01Z\") { total }",
        "foldedEvents(kind: LIKES, by: HOUR, from: \"1900-01-01\", to: \"2024-01-01\") { total }",
        // more than 10,000 from the first like to the last
        "eventSeries(kind: LIKES, granularity: HOUR) { events }",
        "eventSeries(kind: LIKES, cohort: {group: INFLUENCERS, top: 0}) { events }",
        "eventSeries(kind: LIKES, cohort: {group: ACTIVE_BY_RATE, share: 2}) { events }",
        "influencers(minFollowerShare: 1.5) { totalCount }",
        "influencers(minFollowerShare: 1e400) { totalCount }",
        "influencers(top: 0) { totalCount }",
        "influencers(top: -1) { totalCount }",
        "influencers(first: 0) { totalCount }",
        "influencers(first: 101) { totalCount }",
        "influencers(after: \"not a cursor\") { totalCount }",
        // what a cursor to an unknown row looks like: 999
        "neverPosted(after: \"OTk5\") { totalCount }",
        "cohort(cohort: ACTIVE, by: RATE, share: 2) { totalCount }",
        "cohort(cohort: ACTIVE, by: RATE, botLikeActivity: -1) { totalCount }",
        "cohort(cohort: ACTIVE, by: RATE, youngDays: -1) { totalCount }",
        "cohort(cohort: ACTIVE, by: RATE, first: 1000) { totalCount }",
        "cohortWeekdays(cohort: ACTIVE, by: RATE, share: -1) { likes }",
        "activityMeans(minFollowerShare: -1) { measuredOn }",
        "activityMeans(minLikedShare: 5) { measuredOn }",
        "pairEngagement(commentWeight: -1.5) { ratio }",
        "pairEngagement(commentWeight: 1e400) { ratio }",
        "pairEngagement(confidence: 1) { ratio }",
        "influencerComparison(confidence: 0) { measuredOn }",
        "report(top: 0) { origin }",
        "report(minLikedShare: 2) { origin }",
        "report(engagedShare: -0.1) { origin }",
        "report(minBotShare: 1.5) { origin }",
        "report(measuredOn: \"+12345-01-01\") { origin }",
        "influencerComparison(measuredOn: \"+12345-01-01\") { measuredOn }",
        "cohort(cohort: ACTIVE, by: RATE, measuredOn: \"0000-12-31\") { totalCount }",
        "influencers(orderBy: SCORE, first: 0) { totalCount }",
        "users(first: 101) { totalCount }",
        "users(after: \"not a cursor\") { totalCount }",
        // a cursor whose position is cut off: 7
        "users(after: \"Nw\") { totalCount }",
        "user(id: \"ann\") { id }",
        "user(id: \"9223372036854775808\") { id }",
        "usersByName(username: \"\") { totalCount }",
        "usersByName(username: \"ann\", first: 0) { totalCount }",
        "usersByName(username: \"ann\", after: \"Nw\") { totalCount }",
        "neverPosted(first: 0) { totalCount }",
        "engagedPhotos(share: 100) { totalCount }",
        "engagedPhotos(minEngagement: -500) { totalCount }",
        "engagedPhotoTags(first: -1) { totalCount }",
        "engagedPhotoHours(commentWeight: -0.1) { rate }",
        "engagedPhotoThemes(share: 1.000001) { uses }",
        "tagsByInfluence(usedBy: OTHERS, first: 0) { totalCount }",
        "suspectedBots(minLikedShare: 5) { totalCount }",
        "suspectedBots(first: 0) { totalCount }",
        "likesPerPhoto(minLikedShare: -5) { photos }",
        "boostedUsers(minBotShare: 50) { totalCount }",
        "boostedUsers(confidence: 1) { totalCount }",
        "boostedUsers(confidence: 0) { totalCount }",
        "botPressure(minLikedShare: 2) { photos }",
        "photos(first: 0) { totalCount }",
        "photos(after: \"bm8gcG9zaXRpb24\") { totalCount }",
        "photos(commentWeight: 0.0000001) { totalCount }",
        "photo(id: \"no number\") { id }",
        "postingHours(timeZone: \"Mars/Olympus\") { rate }",
        "engagedPhotoHours(timeZone: \"+02:00\") { rate }",
      })
  void refusesWhatIsOutOfRange(String field) {
    assertThat(refusal("{ " + field + " }")).isEqualTo("BAD_ARGUMENT");
  }

  /** The schema says that what has a default can be left out, but is never null. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "influencers(minFollowerShare: null) { totalCount }",
        "influencers(first: null) { totalCount }",
        "eventSeries(kind: LIKES, bots: null) { events }",
        "cohort(cohort: ACTIVE, by: RATE, botLikeActivity: null) { totalCount }",
        "suspectedBots(suspects: null) { totalCount }",
        "postingHours(timeZone: null) { rate }",
        "eventSeries(kind: LIKES, timeZone: null) { events }",
        "eventSeries(kind: LIKES, cohort: {group: INFLUENCERS, share: null}) { events }",
      })
  void refusesNullForWhatHasADefault(String field) {
    assertThat(error("{ " + field + " }").path("message").asText()).contains("must not be null");
  }
}
