package io.minigram.insights.report;

import io.minigram.insights.content.TagUse;
import io.minigram.insights.themes.ThemeUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is posted, and what works. */
final class ContentFindings {

  static final int SHOWN = 5;

  private static final String USES = "uses";

  private ContentFindings() {}

  static List<Finding> of(Evidence evidence) {
    return List.of(tags(evidence), hours(evidence));
  }

  /**
   * A theme, and how its tags are used on highly engaged photos.
   *
   * @param expected uses, if they were used there as on all photos
   */
  record ThemeExcess(String theme, long uses, double expected) {

    /** How far above expectation, in standard deviations of a count. */
    private double score() {
      return (uses - expected) / Math.sqrt(expected);
    }

    String inWords() {
      return Words.format(
          "%s (%s uses, %s expected)", theme, Words.count(uses), Words.number(expected));
    }
  }

  /** The themes that stand out most on highly engaged photos, the first first. */
  static List<ThemeExcess> themes(Evidence evidence) {
    var content = evidence.content();
    long engaged = content.engagedTags().stream().mapToLong(TagUse::uses).sum();
    long all = content.tags().stream().mapToLong(TagUse::uses).sum();
    Map<String, Long> usesOfTag =
        content.tags().stream().collect(Collectors.toMap(TagUse::name, TagUse::uses));
    Map<String, Long> usesOfTheme =
        content.themes().stream()
            .collect(
                Collectors.toMap(
                    theme -> theme.name(),
                    theme ->
                        theme.tags().stream()
                            .mapToLong(tag -> usesOfTag.getOrDefault(tag, 0L))
                            .sum()));
    return content.engagedThemes().stream()
        .filter(use -> usesOfTheme.getOrDefault(use.theme(), 0L) > 0)
        .map(
            use ->
                new ThemeExcess(
                    use.theme(), use.uses(), (double) engaged * usesOfTheme.get(use.theme()) / all))
        .filter(theme -> theme.expected() > 0 && theme.uses() > theme.expected())
        .sorted(
            Comparator.comparingDouble(ThemeExcess::score)
                .reversed()
                .thenComparing(ThemeExcess::theme))
        .limit(SHOWN)
        .toList();
  }

  static StatisticalTest tagTest(Evidence evidence) {
    var content = evidence.content();
    return TagCounts.ofPart(content.engagedTags(), content.tags()).test();
  }

  private static Finding tags(Evidence evidence) {
    var content = evidence.content();
    var test = tagTest(evidence);
    var figures = new ArrayList<>(tagFigures(content.engagedTags(), ""));
    themesUsed(evidence).forEach(use -> figures.add(Figure.of(use.theme(), use.uses(), USES)));
    var key = FindingKey.ENGAGED_PHOTO_TAGS;
    if (content.engagedTags().isEmpty()) {
      return Finding.of(key, "No highly engaged photo has a tag.", List.copyOf(figures), test);
    }
    return Finding.of(
        key,
        Words.format(
            "The tags most used on the %s are %s; as themes: %s. %s",
            Words.count(
                content.hours().engagedPhotos(), "highly engaged photo", "highly engaged photos"),
            inWords(content.engagedTags()),
            themesUsed(evidence).isEmpty()
                ? "none"
                : Words.all(
                    themesUsed(evidence).stream()
                        .map(use -> use.theme() + " " + Words.count(use.uses()))
                        .toList()),
            verdict(test, "on all other photos")),
        List.copyOf(figures),
        test);
  }

  private static List<ThemeUse> themesUsed(Evidence evidence) {
    return evidence.content().engagedThemes().stream()
        .filter(use -> use.uses() > 0)
        .limit(SHOWN)
        .toList();
  }

  /** As in: love 33 and cute 21. */
  static String inWords(List<TagUse> uses) {
    return Words.all(
        uses.stream().limit(SHOWN).map(use -> use.name() + " " + Words.count(use.uses())).toList());
  }

  static List<Figure> tagFigures(List<TagUse> uses, String by) {
    return uses.stream()
        .limit(SHOWN)
        .map(use -> Figure.of(use.name() + by, use.uses(), USES))
        .toList();
  }

  /** Whether tags are used in other proportions than elsewhere. */
  static String verdict(StatisticalTest test, String elsewhere) {
    if (test == null) {
      return "They are too few to tell whether that differs from " + elsewhere + ".";
    }
    return test.holds()
        ? Words.format(
            "That differs from %s by more than chance brings about (%s).",
            elsewhere, test.inWords())
        : Words.format(
            "That differs from %s by no more than chance brings about (%s): no tag stands out.",
            elsewhere, test.inWords());
  }

  private static Finding hours(Evidence evidence) {
    return Cells.of(
            "highly engaged photos",
            "hours of the day",
            "the hour's share of all photos",
            evidence.content().hours().hours().stream()
                .map(
                    hour ->
                        new Cells.Cell(
                            Words.format("%02d:00", hour.hour()),
                            hour.engagedPhotos(),
                            hour.expectedEngagedPhotos()))
                .toList())
        .finding(FindingKey.POSTING_HOURS);
  }
}
