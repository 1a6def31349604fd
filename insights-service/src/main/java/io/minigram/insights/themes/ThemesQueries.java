package io.minigram.insights.themes;

import io.minigram.insights.definitions.EngagementRule;
import io.minigram.insights.sql.AggregateQueries;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class ThemesQueries extends AggregateQueries {

  private final String themes = statement("/sql/themes/themes.sql");
  private final String engagedPhotoThemes = statement("/sql/themes/engaged_photo_themes.sql");

  ThemesQueries(Snapshots snapshots) {
    super(snapshots);
  }

  Uni<List<Theme>> themes() {
    return rows(
        themes,
        Tuple.tuple(),
        row -> new Theme(row.getString("theme"), List.of(row.getArrayOfStrings("tags"))));
  }

  Uni<List<ThemeUse>> engagedPhotoThemes(EngagementRule rule) {
    return rows(
        engagedPhotoThemes,
        Tuple.of(rule.share().value(), rule.minEngagement(), rule.commentWeight().value()),
        row -> new ThemeUse(row.getString("theme"), row.getLong("uses"), row.getLong("photos")));
  }
}
