package io.minigram.workbench.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/**
 * The audits of the npm package graphql-http: whether a service speaks GraphQL over HTTP as its
 * specification has it, by somebody else's reading. Its version is pinned, with the hash of what is
 * fetched, by {@code package-lock.json}.
 */
public final class HttpAudits {

  /** So that none is lost with another version. */
  private static final int AUDITS = 61;

  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "audit.js");
  private static final Path FOLDER = Path.of("target", "graphql-http");

  private HttpAudits() {}

  /**
   * A test for each audit, which fails unless the audit says ok. Without Node.js and npm there is
   * none, and the test that asks is skipped; but never where the environment says {@code CI=true}.
   *
   * @param service where it listens
   * @param token of somebody who may send documents
   */
  public static Stream<DynamicTest> of(URI service, String token) {
    install();
    var results = audit(service, token);
    assertThat(results).hasSize(AUDITS);
    return StreamSupport.stream(results.spliterator(), false)
        .map(
            result ->
                DynamicTest.dynamicTest(
                    "%s %s".formatted(result.path("id").asText(), result.path("name").asText()),
                    () ->
                        assertThat(result.path("status").asText())
                            .as(result.path("reason").asText())
                            .isEqualTo("ok")));
  }

  private static void install() {
    try {
      Files.createDirectories(FOLDER);
      for (var file : FILES) {
        try (var in = HttpAudits.class.getResourceAsStream("/graphql-http/" + file)) {
          Files.copy(in, FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      run(Map.of(), "node", "--version");
      run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        throw new UncheckedIOException(e);
      }
      abort("The audits of graphql-http need node and npm: " + e.getMessage());
    }
  }

  private static JsonNode audit(URI service, String token) {
    try {
      return new ObjectMapper()
          .readTree(
              run(
                  Map.of("MINIGRAM_TOKEN", token, "NODE_NO_WARNINGS", "1"),
                  "node",
                  "audit.js",
                  service.resolve("/graphql").toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the command prints. */
  private static String run(Map<String, String> environment, String... command) throws IOException {
    var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException("%s says %s".formatted(String.join(" ", command), output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return output;
  }
}
