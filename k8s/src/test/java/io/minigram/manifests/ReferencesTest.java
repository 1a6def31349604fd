package io.minigram.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.minigram.manifests.Kustomization.Workload;
import io.minigram.workbench.database.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an object names is there, and is what it is named for. */
class ReferencesTest {

  /** What the image postgres documents. */
  private static final Set<String> POSTGRESQL =
      Set.of("POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS", "PGDATA");

  /** What the extension sets unasked, and nobody reads. */
  private static final String UNASKED = "KUBERNETES_NAMESPACE";

  @ParameterizedTest
  @MethodSource("overlays")
  void selectorsMatchTheirPodsAndNoOthers(Path overlay) throws Exception {
    var rendered = Kustomization.render(overlay);

    for (var deployment : rendered.all(Deployment.class)) {
      assertThat(selected(rendered, deployment.getSpec().getSelector().getMatchLabels()))
          .containsExactly(deployment.getMetadata().getName());
    }
    for (var set : rendered.all(StatefulSet.class)) {
      assertThat(selected(rendered, set.getSpec().getSelector().getMatchLabels()))
          .containsExactly(set.getMetadata().getName());
      rendered.one(Service.class, set.getSpec().getServiceName());
    }
    for (var service : rendered.all(Service.class)) {
      assertThat(selected(rendered, service.getSpec().getSelector()))
          .containsExactly(service.getMetadata().getName());
    }
  }

  private static List<String> selected(Kustomization rendered, Map<String, String> selector) {
    assertThat(selector).isNotEmpty();
    return rendered.workloads().stream()
        .filter(workload -> workload.labels().entrySet().containsAll(selector.entrySet()))
        .map(Workload::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void portsAreThoseOfThePods(Path overlay) throws Exception {
    var rendered = Kustomization.render(overlay);

    for (var service : rendered.all(Service.class)) {
      var ports =
          rendered.workloads().stream()
              .filter(workload -> workload.name().equals(service.getMetadata().getName()))
              .flatMap(workload -> workload.allContainers().stream())
              .flatMap(container -> container.getPorts().stream())
              .flatMap(port -> Stream.of((Object) port.getName(), port.getContainerPort()))
              .toList();
      assertThat(service.getSpec().getPorts())
          .isNotEmpty()
          .allSatisfy(port -> assertThat(ports).contains(port.getTargetPort().getValue()));
    }
  }

  /** And nothing beside it: metrics, probes and GraphiQL are no business of callers. */
  @ParameterizedTest
  @MethodSource("overlays")
  void theIngressLeadsToWhatTheServicesOffer(Path overlay) throws Exception {
    var rendered = Kustomization.render(overlay);

    for (var rule : rendered.one(Ingress.class, "minigram").getSpec().getRules()) {
      for (var path : rule.getHttp().getPaths()) {
        var backend = path.getBackend().getService();
        assertThat(rendered.one(Service.class, backend.getName()).getSpec().getPorts())
            .anyMatch(port -> port.getName().equals(backend.getPort().getName()));
        assertThat(path.getPath()).doesNotStartWith("/q").isNotEqualTo("/");
        assertThat(Files.readAllLines(Path.of("..", backend.getName(), "access.csv")))
            .as("%s of %s", path.getPath(), backend.getName())
            .anyMatch(line -> line.matches("(GET|POST) \\Q" + path.getPath() + "\\E[/,].*"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everySettingAndSecretThatIsNamedIsThere(Path folder) throws Exception {
    var rendered = Kustomization.render(folder);
    var secrets = secrets();
    var settings =
        rendered.all(ConfigMap.class).stream()
            .collect(Collectors.toMap(map -> map.getMetadata().getName(), ConfigMap::getData));

    for (var workload : rendered.workloads()) {
      for (var container : workload.allContainers()) {
        for (var from : container.getEnvFrom()) {
          assertThat(from.getSecretRef()).isNull();
          assertThat(settings).containsKey(from.getConfigMapRef().getName());
        }
        for (var source : sources(container.getEnv())) {
          if (source.getConfigMapKeyRef() != null) {
            assertThat(settings.get(source.getConfigMapKeyRef().getName()))
                .containsKey(source.getConfigMapKeyRef().getKey());
          } else if (source.getSecretKeyRef() != null) {
            assertThat(secrets.get(source.getSecretKeyRef().getName()))
                .as(source.getSecretKeyRef().getName())
                .containsKey(source.getSecretKeyRef().getKey());
          }
        }
      }
    }
    assertThat(Files.readString(Path.of("../README.md")))
        .contains("create secret tls minigram-tls");
  }

  private static List<EnvVarSource> sources(List<EnvVar> env) {
    return env.stream()
        .filter(variable -> variable.getValueFrom() != null)
        .map(EnvVar::getValueFrom)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everyVariableIsOneThatItsReaderKnows(Path folder) throws Exception {
    var rendered = Kustomization.render(folder);
    var settings =
        rendered.all(ConfigMap.class).stream()
            .collect(Collectors.toMap(map -> map.getMetadata().getName(), ConfigMap::getData));

    for (var workload : rendered.workloads()) {
      if (!Kustomization.SERVICES.contains(workload.name())) {
        continue;
      }
      var known = ServiceSettings.of(workload.name());
      for (var container : workload.allContainers()) {
        var variables =
            Stream.concat(
                container.getEnv().stream().map(EnvVar::getName),
                container.getEnvFrom().stream()
                    .flatMap(
                        from -> settings.get(from.getConfigMapRef().getName()).keySet().stream()));
        assertThat(variables)
            .filteredOn(variable -> !variable.equals(UNASKED))
            .isNotEmpty()
            .allSatisfy(variable -> assertThat(known.knows(variable)).as(variable).isTrue());
      }
    }
  }

  @Test
  void aVariableThatNobodyReadsIsFound() throws Exception {
    var botDetector = ServiceSettings.of("bot-detector");

    assertThat(
            Stream.of(
                "MINIGRAM_SCORING_FLAG_THRESHOLD",
                "MINIGRAM_SCHEMA_REQUIRED_FACTS",
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "QUARKUS_HTTP_AUTH_PERMISSION_METRICS_POLICY"))
        .allMatch(botDetector::knows);
    assertThat(
            Stream.of(
                "MINIGRAM_SCORING_FLAG_TRESHOLD",
                "MINIGRAM_IMPORTS_BATCH_ROWS",
                "QUARKUS_DATASOURCE_REACTIVE_ULR",
                // decided when it was built
                "QUARKUS_SHUTDOWN_DELAY_ENABLED"))
        .noneMatch(botDetector::knows);
  }

  @Test
  void postgresqlGetsWhatItsImageKnows() throws Exception {
    var set = Kustomization.render(Kustomization.LOCAL).one(StatefulSet.class, "postgresql");

    assertThat(set.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv())
        .extracting(EnvVar::getName)
        .isSubsetOf(POSTGRESQL);
  }

  /** The passwords that bootstrap sets are those that the roles log in with. */
  @ParameterizedTest
  @ValueSource(strings = {"overlays/local", "overlays/production/bootstrap"})
  void bootstrapKnowsThePasswordOfEveryRole(Path folder) throws Exception {
    var secrets = secrets();
    var job =
        Kustomization.render(folder).workloads().stream()
            .filter(workload -> workload.name().equals("bootstrap"))
            .findFirst()
            .orElseThrow();

    var users =
        job.allContainers().get(0).getEnv().stream()
            .filter(variable -> variable.getName().startsWith("MINIGRAM_PASSWORD_"))
            .collect(
                Collectors.toMap(
                    variable -> variable.getName().substring("MINIGRAM_PASSWORD_".length()),
                    variable ->
                        secrets
                            .get(variable.getValueFrom().getSecretKeyRef().getName())
                            .get("username")));

    assertThat(users)
        .isEqualTo(
            Arrays.stream(Role.values()).collect(Collectors.toMap(Role::name, Role::roleName)));
    assertThat(job.allContainers().get(0).getArgs()).containsExactly("bootstrap");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void aServiceHasNobodysPasswordButItsOwn(Path overlay) throws Exception {
    for (var deployment : Kustomization.render(overlay).all(Deployment.class)) {
      var name = deployment.getMetadata().getName();
      var pod = deployment.getSpec().getTemplate().getSpec();

      assertThat(pod.getContainers())
          .singleElement()
          .satisfies(
              service -> assertThat(secretsOf(service.getEnv())).containsOnly(name + "-database"));
      assertThat(pod.getInitContainers())
          .singleElement()
          .satisfies(
              migrate -> {
                assertThat(secretsOf(migrate.getEnv())).containsOnly(name + "-migration");
                assertThat(migrate.getArgs()).containsExactly("migrate");
              });
    }
  }

  private static List<String> secretsOf(List<EnvVar> variables) {
    return sources(variables).stream()
        .filter(source -> source.getSecretKeyRef() != null)
        .map(source -> source.getSecretKeyRef().getName())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void noPasswordStandsInAManifest(Path folder) throws Exception {
    var rendered = Kustomization.render(folder);

    assertThat(rendered.all(Secret.class)).isEmpty();
    assertThat(rendered.all(ConfigMap.class))
        .flatExtracting(map -> map.getData().entrySet())
        .allSatisfy(
            setting -> {
              assertThat(isSecret(setting.getKey())).as(setting.getKey()).isFalse();
              // user:password@host
              assertThat(setting.getValue()).doesNotContainPattern("://[^/]*@");
            });
    assertThat(rendered.workloads())
        .flatExtracting(Workload::allContainers)
        .flatExtracting(container -> container.getEnv())
        .filteredOn(variable -> isSecret(variable.getName()))
        .allSatisfy(variable -> assertThat(variable.getValue()).isNull());
  }

  private static boolean isSecret(String setting) {
    return Stream.of("PASSWORD", "SECRET", "CREDENTIALS", "_KEY").anyMatch(setting::contains);
  }

  @Test
  void theSecretsDifferEachTime() throws Exception {
    assertThat(secrets().values())
        .extracting(login -> login.get("password"))
        .hasSize(7)
        .doesNotHaveDuplicates()
        .allMatch(password -> password.matches("[A-Za-z0-9_-]{32}"))
        .doesNotContainAnyElementsOf(
            secrets().values().stream().map(login -> login.get("password")).toList());
  }

  /** What the script makes, by name. */
  private static Map<String, Map<String, String>> secrets() throws Exception {
    return Kustomization.parse(Kustomization.run("sh", "secrets.sh")).all(Secret.class).stream()
        .collect(Collectors.toMap(secret -> secret.getMetadata().getName(), Secret::getStringData));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void bothClientsAreToldOfTheSameDatabase(Path overlay) throws Exception {
    var shared = Kustomization.render(overlay).configMap("minigram").getData();

    assertThat(shared.get("QUARKUS_DATASOURCE_MIGRATION_JDBC_URL"))
        .isEqualTo("jdbc:" + shared.get("QUARKUS_DATASOURCE_REACTIVE_URL"));
    assertThat(shared).doesNotContainKeys("QUARKUS_PROFILE", "QUARKUS_OIDC_PUBLIC_KEY");
    // no service starts with it, so nobody's tokens count by mistake
    assertThat(shared.get("QUARKUS_OIDC_AUTH_SERVER_URL")).matches("https://[^/]+\\.invalid/.+");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void scoringIsSetInAConfigMap(Path overlay) throws Exception {
    assertThat(Kustomization.render(overlay).configMap("bot-detector").getData())
        .containsKeys(
            "MINIGRAM_SCORING_EVERY",
            "MINIGRAM_SCORING_FLAG_THRESHOLD",
            "MINIGRAM_SCORING_STORED_FROM");
  }

  static Stream<Path> overlays() {
    return ManifestsTest.overlays();
  }

  static Stream<Path> kustomizations() throws Exception {
    return ManifestsTest.kustomizations();
  }
}
