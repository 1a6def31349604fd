package io.minigram.botdetector.models;

import static io.minigram.botdetector.GraphQL.ask;
import static io.minigram.botdetector.GraphQL.confirm;
import static io.minigram.botdetector.GraphQL.dismiss;
import static io.minigram.botdetector.GraphQL.startRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.minigram.botdetector.DetectorTest;
import io.minigram.botdetector.Facts;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DetectorTest
class ModelTest {

  @Test
  void aModelIsStoredWithAllItsSettings() {
    Facts.network(3, 100);
    startRun();

    var found = ask("{ models { totalCount edges { node { version settings { name value } } } } }");

    assertThat(found.getInt("data.models.totalCount")).isEqualTo(1);
    assertThat(found.getString("data.models.edges[0].node.version"))
        .isEqualTo(ModelFile.packaged().get("version"));
    var settings = found.<Map<String, String>>getList("data.models.edges[0].node.settings");
    assertThat(settings).hasSameSizeAs(ModelFile.packaged().keySet());
    assertThat(settings)
        .allSatisfy(
            setting ->
                assertThat(ModelFile.packaged())
                    .containsEntry(setting.get("name"), setting.get("value")));
  }

  @Test
  void precisionIsWhatModeratorsDecided() {
    Facts.network(9, 100);
    Facts.likes(1, 3, 6);
    startRun();
    confirm(1, 0);
    confirm(2, 0);
    dismiss(3, 0);

    var signals =
        ask("{ signals { name group weight shadow decided confirmed precision } }")
            .<Map<String, Object>>getList("data.signals");

    assertThat(signals)
        .filteredOn(signal -> signal.get("name").equals("LIKED_SHARE"))
        .singleElement()
        .satisfies(
            signal ->
                assertThat(signal)
                    .containsEntry("group", "VOLUME")
                    .containsEntry("shadow", false)
                    .containsEntry("decided", 3)
                    .containsEntry("confirmed", 2)
                    .containsEntry("precision", 2f / 3));
    assertThat(signals)
        .filteredOn(signal -> signal.get("name").equals("CLOCK"))
        .singleElement()
        .satisfies(
            signal ->
                assertThat(signal).containsEntry("decided", 0).containsEntry("precision", null));
  }

  @Test
  void aSignalInTheShadowIsListedAsSuch() {
    Facts.network(3, 100);
    startRun();

    var shadows =
        ask("{ signals { name shadow } }").<Map<String, Object>>getList("data.signals").stream()
            .filter(signal -> (boolean) signal.get("shadow"))
            .map(signal -> signal.get("name") + ".shadow")
            .toList();

    assertThat(shadows)
        .containsExactlyInAnyOrderElementsOf(
            ModelFile.packaged().keySet().stream()
                .filter(setting -> setting.endsWith(".shadow"))
                .toList())
        .isNotEmpty();
  }

  @Test
  void beforeTheFirstRunThereAreNone() {
    Facts.network(1, 1);

    var found = ask("{ models { totalCount } signals { name } }");

    assertThat(found.getInt("data.models.totalCount")).isZero();
    assertThat(found.getList("data.signals")).isEmpty();
  }
}
