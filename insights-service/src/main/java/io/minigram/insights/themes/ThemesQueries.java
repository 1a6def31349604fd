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
import java.util.List;

/** Tags, read as themes. */
@Singleton
public class ThemesQueries extends AggregateQueries {

  private final String themes = statement("/sql/themes/themes.sql");
  private final String engagedPhotoThemes = statement("/sql/themes/engaged_photo_themes.sql");

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

  public Uni<List<ThemeUse>> engagedPhotoThemes(EngagementRule rule) {
    var snapshot = snapshot();
    return engagement
        .photos(rule)
        .flatMap(
            photos ->
                snapshot.rows(
                    engagedPhotoThemes,
                    tags(photos),
                    row ->
                        new ThemeUse(
                            row.getString("theme"), row.getLong("uses"), row.getLong("photos"))));
  }

  /** Each photo as often as it has tags, and the tags. */
  private static Tuple tags(List<EngagedPhoto> photos) {
    var photoIds = new ArrayList<Long>();
    var tagIds = new ArrayList<Long>();
    for (var photo : photos) {
      for (var tagId : photo.tagIds()) {
        photoIds.add(photo.id());
        tagIds.add(tagId);
      }
    }
    return Tuple.of(photoIds.toArray(Long[]::new), tagIds.toArray(Long[]::new));
  }
}
