package io.minigram.insights.themes;

import io.minigram.insights.content.EngagedPhoto;
import io.minigram.insights.content.EngagementQueries;
import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Tags, read as themes. */
@Singleton
public class ThemesQueries extends AggregateQueries {

  private final String themes = statement("/sql/themes/themes.sql");
  private final String tagsOfThemes = statement("/sql/themes/tags_of_themes.sql");

  private final EngagementQueries engagement;

  ThemesQueries(Snapshots snapshots, EngagementQueries engagement) {
    super(snapshots);
    this.engagement = engagement;
  }

  public Uni<List<Theme>> themes() {
    return rows(
        themes,
        Tuple.tuple(),
        row -> new Theme(row.getString("theme"), List.of(row.getArrayOfStrings("tags"))));
  }

  /** All themes, the most used first, then by name; a tag counts in each theme that names it. */
  public Uni<List<ThemeUse>> engagedPhotoThemes(EngagementRule rule) {
    return Uni.combine()
        .all()
        .unis(
            engagement.photos(rule),
            rows(
                tagsOfThemes,
                Tuple.tuple(),
                row -> new TagsOfTheme(row.getString("theme"), row.getArrayOfLongs("tag_ids"))))
        .with(ThemesQueries::uses);
  }

  private record TagsOfTheme(String theme, Long[] tagIds) {}

  private static List<ThemeUse> uses(List<EngagedPhoto> photos, List<TagsOfTheme> themes) {
    var themesOfTags = new HashMap<Long, List<Integer>>();
    for (int theme = 0; theme < themes.size(); theme++) {
      for (var tagId : themes.get(theme).tagIds()) {
        themesOfTags.computeIfAbsent(tagId, ignored -> new ArrayList<>()).add(theme);
      }
    }
    var uses = new long[themes.size()];
    var used = new long[themes.size()];
    for (var photo : photos) {
      var ofPhoto = new TreeSet<Integer>();
      for (var tagId : photo.tagIds()) {
        for (int theme : themesOfTags.getOrDefault(tagId, List.of())) {
          uses[theme]++;
          ofPhoto.add(theme);
        }
      }
      ofPhoto.forEach(theme -> used[theme]++);
    }
    return IntStream.range(0, themes.size())
        .mapToObj(theme -> new ThemeUse(themes.get(theme).theme(), uses[theme], used[theme]))
        .sorted(Comparator.comparingLong(ThemeUse::uses).reversed())
        .toList();
  }
}
