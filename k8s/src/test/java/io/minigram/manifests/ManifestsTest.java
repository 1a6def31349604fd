package io.minigram.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered is what Kubernetes understands, and an edit in one place is enough. */
class ManifestsTest {

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "insights-service", "bot-detector"})
  void theBaseIsWhatTheBuildWrites(String service) throws IOException {
    var built = Path.of("..", service, "target", "kubernetes", "kubernetes.yml");
    var committed = Path.of("base", service, "kubernetes.yml");

    assertThat(meaning(committed))
        .as("%s; if the change is meant: cp %s %s", committed, built, committed)
        .isEqualTo(meaning(built));
  }

  /** The order of labels and variables says nothing, and the extension's differs by the build. */
  private static List<JsonNode> meaning(Path file) throws IOException {
    var documents = Kustomization.documents(Files.readAllBytes(file));
    documents.forEach(ManifestsTest::sortVariables);
    return documents;
  }

  private static void sortVariables(JsonNode node) {
    if (node instanceof ObjectNode object && object.get("env") instanceof ArrayNode variables) {
      var sorted = new ArrayList<JsonNode>();
      variables.forEach(sorted::add);
      sorted.sort(Comparator.comparing(variable -> variable.path("name").asText()));
      variables.removeAll().addAll(sorted);
    }
    node.forEach(ManifestsTest::sortVariables);
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void hasNoFieldThatKubernetesDoesNotKnow(Path folder) throws Exception {
    var rendered = Kustomization.render(folder);

    assertThat(rendered.objects())
        .isNotEmpty()
        .extracting(HasMetadata::getKind)
        .containsAnyOf("Deployment", "Job");
  }

  @Test
  void anUnknownFieldIsAMistake() {
    var misspelled =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: x}
        spec:
          template:
            spec:
              containers:
                - name: x
                  readinesProbe: {periodSeconds: 5}
        """;

    assertThatThrownBy(() -> Kustomization.parse(misspelled.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnrecognizedPropertyException.class)
        .hasMessageContaining("readinesProbe");
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void fitsTheSchemasOfKubernetes(Path folder) throws Exception {
    var documents = Kustomization.documents(Kustomization.renderAsText(folder));

    assertThat(KubernetesSchemas.complaints(documents)).isEmpty();
  }

  @Test
  void theSchemasComplain() throws Exception {
    var wrong =
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: x}
        spec: {selector: 7}
        """;

    var complaints =
        KubernetesSchemas.complaints(
            Kustomization.documents(wrong.getBytes(StandardCharsets.UTF_8)));

    assertThat(complaints)
        .singleElement()
        .asString()
        .startsWith("policy/v1 PodDisruptionBudget x: ");
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everythingIsInItsNamespace(Path folder) throws Exception {
    var rendered = Kustomization.render(folder);

    assertThat(rendered.objects())
        .filteredOn(object -> !object.getKind().equals("Namespace"))
        .allSatisfy(
            object -> assertThat(object.getMetadata().getNamespace()).isEqualTo("minigram"));
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everyImageIsOneThatDoesNotChange(Path folder) throws Exception {
    var rendered = Kustomization.render(folder);

    assertThat(rendered.workloads())
        .allSatisfy(
            workload ->
                assertThat(workload.allContainers())
                    .extracting(container -> container.getImage())
                    .allSatisfy(
                        image ->
                            assertThat(image)
                                .matches("\\S+(:\\d+(\\.\\d+)+(-\\w+)?|@sha256:\\S+)")
                                .doesNotContain("SNAPSHOT"))
                    // a pod migrates with what it serves with
                    .containsOnly(workload.allContainers().get(0).getImage()));
    assertThat(rendered.workloads())
        .filteredOn(workload -> Kustomization.SERVICES.contains(workload.name()))
        .allSatisfy(
            workload ->
                assertThat(workload.allContainers().get(0).getImage())
                    .contains("/minigram/" + workload.name() + ":")
                    .doesNotContain("docker.io"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theHostNameIsSetInOnePlace(Path overlay, @TempDir Path copy) throws Exception {
    // given
    copyTo(copy);
    var settings = copy.resolve(overlay).resolve("settings/cluster.env");
    Files.writeString(
        settings,
        Files.readString(settings).replaceAll("(?m)^HOST=.*$", "HOST=photos.example.com"));

    // when
    var rendered = Kustomization.render(copy.resolve(overlay));

    // then
    var hosts =
        List.of(
            "ingest.photos.example.com",
            "insights.photos.example.com",
            "moderation.photos.example.com");
    var ingress = rendered.one(Ingress.class, "minigram").getSpec();
    assertThat(ingress.getRules())
        .extracting(IngressRule::getHost)
        .containsExactlyInAnyOrderElementsOf(hosts);
    assertThat(ingress.getTls())
        .singleElement()
        .satisfies(
            tls -> {
              assertThat(tls.getHosts()).containsExactlyInAnyOrderElementsOf(hosts);
              assertThat(tls.getSecretName()).isEqualTo("minigram-tls");
            });
    assertThat(new String(Kustomization.renderAsText(copy.resolve(overlay))))
        .doesNotContain("minigram.example.org", "minigram.localhost", ".HOST");
  }

  static Stream<Path> overlays() {
    return Stream.of(Kustomization.LOCAL, Kustomization.PRODUCTION);
  }

  /** Every folder that is meant to be applied. */
  static Stream<Path> kustomizations() throws IOException {
    try (var files = Files.walk(Path.of("overlays"))) {
      return files
          .filter(file -> file.endsWith("kustomization.yaml"))
          .filter(ManifestsTest::canBeApplied)
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean canBeApplied(Path kustomization) {
    try {
      return Files.readString(kustomization).contains("kind: Kustomization");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void copyTo(Path copy) throws IOException {
    for (var folder : List.of("base", "components", "overlays")) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.toList()) {
          Files.createDirectories(copy.resolve(file).getParent());
          Files.copy(file, copy.resolve(file));
        }
      }
    }
  }
}
