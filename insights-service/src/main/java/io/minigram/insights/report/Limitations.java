package io.minigram.insights.report;

import java.util.List;
import java.util.Objects;

/** Says what to bear in mind. */
final class Limitations {

  private Limitations() {}

  static List<String> of(Rules rules, String origin, List<Finding> findings) {
    long tests = findings.stream().map(Finding::test).filter(Objects::nonNull).count();
    return List.of(
        Words.format(
            "Origin of the data: %s. Generated data show what their generator was made to do, not"
                + " how people behave.",
            origin),
        "Every figure rests on the definitions in force; with other thresholds other users and"
            + " photos are meant.",
        "What goes together need not cause each other; the data hold no experiment. Causes from"
            + " outside, such as campaigns or a pandemic, are not in the data.",
        "Engagement with influencers and with others is compared over the pairs that interacted at"
            + " all: it says how much these do, not how many users engage, nor how likely one is"
            + " to.",
        Words.format(
            "%s made at the 5 %% level each, so about %s would hold if there were nothing to find"
                + " at all.",
            Words.count(tests, "test was", "tests were"),
            Words.number(StatisticalTest.LEVEL * tests)),
        "The tests take events as independent of each other. Likes, comments and tags of one user"
            + " or on one photo are not, so their tests find more than there is; a p-value just"
            + " below 0.05 says little about them.",
        suspects(rules),
        "Registrations are compared with an even spread over time; where their number grows or"
            + " falls, that shows between months and quarters, too, and is no season.",
        "Days of the week and hours are those of UTC, not of the users' clocks.",
        "Only years that are over are compared, and the first one may have begun late. A like or"
            + " comment may be dated earlier than what it refers to; it counts when it says.",
        "Themes are an editable list of tag names, and a tag may stand in several of them.");
  }

  private static String suspects(Rules rules) {
    return switch (rules.suspects().set()) {
      case LIKED_SHARE ->
          "Suspected bots are picked by how much they like, so that they give many of the likes"
              + " follows from the definition; the test tells how much, not that they are bots.";
      case DETECTOR ->
          "Suspected bots are picked by bot-detector, which looks at how accounts like; it can flag"
              + " a user who is no bot, and miss one.";
      case CONFIRMED ->
          "Suspected bots are those that moderators have confirmed; those that nobody has looked at"
              + " count as everyone else.";
    };
  }
}
