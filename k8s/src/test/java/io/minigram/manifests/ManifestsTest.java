package io.minigram.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

  private static final List<String> SERVICES =
      List.of("ingest-service", "insights-service", "bot-detector");

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "insights-service", "bot-detector"})
  void theBaseIsWhatTheBuildWrites(String service) throws IOException {
    var built = Path.of("..", service, "target", "kubernetes", "kubernetes.yml");
    var committed = Path.of("base", service, "kubernetes.yml");

    assertThat(Files.readString(committed))
        .as("%s; if the change is meant: cp %s %s", committed, built, committed)
        .isEqualTo(Files.readString(built));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void rendersTheThreeServicesWithProbesResourcesAndConfiguration(Path overlay) throws Exception {
    var objects = render(overlay);

    assertThat(names(objects, "Deployment")).containsExactlyInAnyOrderElementsOf(SERVICES);
    assertThat(names(objects, "Service")).containsAll(SERVICES);
    for (var deployment : ofKind(objects, "Deployment")) {
      var name = deployment.at("/metadata/name").asText();
      var container = deployment.at("/spec/template/spec/containers/0");
      assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
      assertThat(container.at("/readinessProbe/httpGet/path").asText())
          .isEqualTo("/q/health/ready");
      assertThat(container.at("/startupProbe/httpGet/path").asText())
          .isEqualTo("/q/health/started");
      assertThat(container.at("/resources/requests").fieldNames())
          .toIterable()
          .contains("cpu", "memory");
      assertThat(container.at("/resources/limits").fieldNames()).toIterable().contains("memory");
      assertThat(container.get("image").asText()).contains("minigram/" + name + ":");

      // the settings that it names are there, and say where the database is
      var settings = container.at("/envFrom/0/configMapRef/name").asText();
      var configMap =
          ofKind(objects, "ConfigMap").stream()
              .filter(candidate -> candidate.at("/metadata/name").asText().equals(settings))
              .findFirst();
      assertThat(configMap).as("ConfigMap %s", settings).isPresent();
      var data = configMap.get().get("data");
      assertThat(data.path("QUARKUS_DATASOURCE_REACTIVE_URL").asText()).startsWith("postgresql://");
      // and whose tokens count
      assertThat(data.path("QUARKUS_OIDC_AUTH_SERVER_URL").asText())
          .matches("https://[^/]+\\.invalid/.+");
      assertThat(data.path("QUARKUS_OIDC_TOKEN_AUDIENCE").asText()).isEqualTo("minigram");
      assertThat(data.fieldNames())
          .toIterable()
          .doesNotContain(
              "QUARKUS_PROFILE", "QUARKUS_OIDC_PUBLIC_KEY", "QUARKUS_OIDC_TOKEN_ISSUER");
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void selectorsMatchAndPortsExist(Path overlay) throws Exception {
    var objects = render(overlay);

    for (var service : ofKind(objects, "Service")) {
      var name = service.at("/metadata/name").asText();
      var deployment =
          ofKind(objects, "Deployment").stream()
              .filter(candidate -> candidate.at("/metadata/name").asText().equals(name))
              .findFirst()
              .orElseThrow();
      var labels = deployment.at("/spec/template/metadata/labels");
      service
          .at("/spec/selector")
          .fields()
          .forEachRemaining(
              label -> assertThat(labels.get(label.getKey())).isEqualTo(label.getValue()));
      assertThat(service.at("/spec/ports/0/targetPort"))
          .isEqualTo(deployment.at("/spec/template/spec/containers/0/ports/0/containerPort"));
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void noSecretStandsInAManifest(Path overlay) throws Exception {
    var objects = render(overlay);

    assertThat(ofKind(objects, "Secret")).isEmpty();
    for (var configMap : ofKind(objects, "ConfigMap")) {
      assertThat(configMap.get("data").fieldNames())
          .toIterable()
          .isNotEmpty()
          .noneMatch(ManifestsTest::isSecret);
    }
    for (var deployment : ofKind(objects, "Deployment")) {
      for (var variable : deployment.at("/spec/template/spec/containers/0/env")) {
        if (isSecret(variable.get("name").asText())) {
          assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isNotEmpty();
          assertThat(variable.has("value")).isFalse();
        }
      }
    }
  }

  private static boolean isSecret(String setting) {
    return Stream.of("PASSWORD", "SECRET", "CREDENTIALS", "_KEY").anyMatch(setting::contains);
  }

  static Stream<Path> overlays() throws IOException {
    return Files.list(Path.of("overlays")).filter(Files::isDirectory).sorted();
  }

  private static List<JsonNode> render(Path overlay) throws IOException, InterruptedException {
    demandKubectl();
    var process =
        new ProcessBuilder("kubectl", "kustomize", overlay.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var yaml = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    var mapper = new YAMLMapper();
    var objects = new ArrayList<JsonNode>();
    try (var documents = mapper.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      documents.forEachRemaining(objects::add);
    }
    return objects;
  }

  // Where the build is the gate, a missing tool is a failure, not a reason to skip.
  private static void demandKubectl() throws InterruptedException {
    boolean there;
    try {
      there =
          new ProcessBuilder("kubectl", "version", "--client")
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      there = false;
    }
    if (System.getenv("CI") != null) {
      assertThat(there).as("kubectl is there").isTrue();
    }
    Assumptions.assumeTrue(there, "kubectl is not installed");
  }

  private static List<String> names(List<JsonNode> objects, String kind) {
    return ofKind(objects, kind).stream()
        .map(object -> object.at("/metadata/name").asText())
        .toList();
  }

  private static List<JsonNode> ofKind(List<JsonNode> objects, String kind) {
    return objects.stream().filter(object -> object.get("kind").asText().equals(kind)).toList();
  }
}
