package io.minigram.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The objects of a kustomization, as kubectl renders it. */
record Kustomization(List<HasMetadata> objects) {

  static final Path LOCAL = Path.of("overlays/local");
  static final Path PRODUCTION = Path.of("overlays/production");
  static final Path PRODUCTION_BOOTSTRAP = Path.of("overlays/production/bootstrap");

  static final List<String> SERVICES =
      List.of("ingest-service", "insights-service", "bot-detector");

  /** Every kind that is used, with its version; another one has to be added here. */
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.ofEntries(
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Secret", Secret.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("apps/v1 StatefulSet", StatefulSet.class),
          Map.entry("batch/v1 Job", Job.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class));

  /** Kubernetes' model keeps what it does not know; here, that is a mistake. */
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  /**
   * Skips the test without a kubectl that can do it, but never where the environment says {@code
   * CI}.
   */
  static Kustomization render(Path folder) throws IOException, InterruptedException {
    return parse(renderAsText(folder));
  }

  static byte[] renderAsText(Path folder) throws IOException, InterruptedException {
    demandKubectl();
    return run("kubectl", "kustomize", folder.toString());
  }

  /** What the command prints; it has to succeed. */
  static byte[] run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
    return output;
  }

  /** Fails if an object has a field that Kubernetes does not know. */
  static Kustomization parse(byte[] yaml) throws IOException {
    var objects = new ArrayList<HasMetadata>();
    for (var document : documents(yaml)) {
      var kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
      assertThat(KINDS).containsKey(kind);
      objects.add(STRICT.treeToValue(document, KINDS.get(kind)));
    }
    return new Kustomization(List.copyOf(objects));
  }

  static List<JsonNode> documents(byte[] yaml) throws IOException {
    try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll();
    }
  }

  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends HasMetadata> T one(Class<T> kind, String name) {
    return all(kind).stream()
        .filter(object -> object.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no %s %s".formatted(kind, name)));
  }

  /** The ConfigMap of a generator, whose name goes on with the hash of what is in it. */
  ConfigMap configMap(String generator) {
    return all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().matches(generator + "-[a-z0-9]{10}"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no ConfigMap " + generator));
  }

  /** Everything that runs. */
  List<Workload> workloads() {
    return objects.stream()
        .<Workload>flatMap(
            object ->
                switch (object.getKind()) {
                  case "Deployment" ->
                      Stream.of(
                          new Workload(object, ((Deployment) object).getSpec().getTemplate()));
                  case "StatefulSet" ->
                      Stream.of(
                          new Workload(object, ((StatefulSet) object).getSpec().getTemplate()));
                  case "Job" ->
                      Stream.of(new Workload(object, ((Job) object).getSpec().getTemplate()));
                  default -> Stream.empty();
                })
        .toList();
  }

  /** An object that makes pods, and what they are like. */
  record Workload(HasMetadata object, PodTemplateSpec pod) {

    String name() {
      return object.getMetadata().getName();
    }

    Map<String, String> labels() {
      return pod.getMetadata().getLabels();
    }

    /** Names the test that is given one. */
    @Override
    public String toString() {
      return "%s %s".formatted(object.getKind(), name());
    }

    /** Whether it is meant to run for ever. */
    boolean runsOn() {
      return !object.getKind().equals("Job");
    }

    List<Container> allContainers() {
      return Stream.concat(
              pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
          .toList();
    }
  }

  // Where the build is the gate, a missing tool is a failure, not a reason to skip.
  private static void demandKubectl() throws InterruptedException {
    var kustomize = "none";
    try {
      var process =
          new ProcessBuilder("kubectl", "version", "--client")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var versions = new String(process.getInputStream().readAllBytes());
      process.waitFor();
      kustomize =
          versions
              .lines()
              .filter(line -> line.startsWith("Kustomize Version: "))
              .findFirst()
              .orElse("too old to be told");
    } catch (IOException e) {
      // there is none
    }
    var reason = "The manifests need kubectl 1.27 or later, with Kustomize 5; here: " + kustomize;
    if (System.getenv("CI") != null) {
      assertThat(kustomize).as(reason).matches("Kustomize Version: v[5-9].*");
    }
    Assumptions.assumeTrue(kustomize.matches("Kustomize Version: v[5-9].*"), reason);
  }
}
