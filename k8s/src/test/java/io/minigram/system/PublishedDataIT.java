package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** {@code workbench load} on the published files, through the running system. */
@EnabledIfEnvironmentVariable(
    named = "MINIGRAM_DATA",
    matches = ".+",
    disabledReason = "MINIGRAM_DATA does not name the folder of the published files")
class PublishedDataIT {

  @Test
  void takesThePublishedFiles() throws Exception {
    var data = WorkbenchProcess.TARGET.resolve("published");
    UpIT.delete(data);
    try (var system = RunningSystem.start(data, Map.of(), "--no-data")) {
      var json = WorkbenchProcess.TARGET.resolve("published.json");
      var folder = Path.of(System.getenv("MINIGRAM_DATA")).toAbsolutePath().toString();

      var load =
          WorkbenchProcess.start(
              Map.of(),
              List.of(
                  "load", folder, "--url=" + system.ingest(), "--data=" + data, "--json=" + json));

      assertThat(load.exitCode()).as(load.output()).isZero();
      var files = new HashMap<String, List<Long>>();
      for (JsonNode file : new ObjectMapper().readTree(json.toFile()).get("files")) {
        files.put(
            file.get("file").asText(),
            List.of(
                file.get("received").asLong(),
                file.get("inserted").asLong(),
                file.get("duplicate").asLong(),
                file.get("rejected").asLong()));
      }
      assertThat(files)
          .isEqualTo(
              Map.of(
                  "users.csv", List.of(5_000L, 5_000L, 0L, 0L),
                  "photos.csv", List.of(25_000L, 25_000L, 0L, 0L),
                  "tags.csv", List.of(250L, 250L, 0L, 0L),
                  "photo_tags.csv", List.of(94_716L, 94_006L, 710L, 0L),
                  "follows.csv", List.of(99_138L, 99_125L, 13L, 0L)));
      assertThat(load.output())
          .contains("received", "inserted", "duplicate", "rejected", "warnings", "rows/s")
          .contains("OLDER_THAN_REFERENCE: 51,820");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  system.askInsights("{ totals { follows } }").getLong("data.totals.follows")
                      == 99_125);
      assertThat(
              system
                  .askInsights("{ influencers(first: 1) { totalCount } }")
                  .getInt("data.influencers.totalCount"))
          .isEqualTo(135);
    }
  }
}
