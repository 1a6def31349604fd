package io.minigram.manifests;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Kubernetes' own JSON schemas, from the npm package kubernetes-models. Its version is pinned, with
 * the hash of what is fetched, by {@code package-lock.json}.
 */
final class KubernetesSchemas {

  private static final Path FOLDER = Path.of("target", "kubernetes-models");
  private static final ObjectMapper JSON = new ObjectMapper();

  private KubernetesSchemas() {}

  /**
   * What is wrong with the objects, a line each. Without Node.js and npm the test that asks is
   * skipped; but never where the environment says {@code CI}.
   */
  static List<String> complaints(List<JsonNode> objects) throws IOException, InterruptedException {
    install();
    var output = run(JSON.writeValueAsBytes(objects), "node", "validate.js");
    return StreamSupport.stream(JSON.readTree(output).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static void install() throws InterruptedException {
    try {
      Files.createDirectories(FOLDER);
      for (var file : List.of("package.json", "package-lock.json", "validate.js")) {
        try (var in = KubernetesSchemas.class.getResourceAsStream("/kubernetes-models/" + file)) {
          Files.copy(in, FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      if (Files.notExists(FOLDER.resolve("node_modules/kubernetes-models"))) {
        run(new byte[0], "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
      }
    } catch (IOException e) {
      if (System.getenv("CI") != null) {
        throw new UncheckedIOException(e);
      }
      abort("Kubernetes' schemas need node and npm: " + e.getMessage());
    }
  }

  private static String run(byte[] input, String... command)
      throws IOException, InterruptedException {
    // a file, since who writes and reads a process at once may wait for it forever
    var file = Files.write(FOLDER.resolve("input.json"), input);
    var process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("%s says %s".formatted(String.join(" ", command), output));
    }
    return output;
  }
}
