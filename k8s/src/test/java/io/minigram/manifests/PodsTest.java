package io.minigram.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.minigram.manifests.Kustomization.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod is allowed, given and asked. */
class PodsTest {

  /**
   * The Pod Security Standard "restricted", and beyond it a file system that cannot be written to.
   */
  @ParameterizedTest
  @MethodSource("workloads")
  void isRestricted(Workload workload) {
    var pod = workload.pod().getSpec();

    assertThat(pod.getHostNetwork()).isNull();
    assertThat(pod.getHostPID()).isNull();
    assertThat(pod.getHostIPC()).isNull();
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getRunAsGroup()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getSecurityContext().getSysctls()).isEmpty();
    assertThat(pod.getVolumes()).extracting(Volume::getHostPath).containsOnlyNulls();
    assertThat(pod.getVolumes())
        .allSatisfy(volume -> assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
    assertThat(workload.allContainers())
        .isNotEmpty()
        .allSatisfy(
            container -> {
              var context = container.getSecurityContext();
              assertThat(context.getAllowPrivilegeEscalation()).isFalse();
              assertThat(context.getPrivileged()).isNull();
              assertThat(context.getRunAsUser()).isNull();
              assertThat(context.getRunAsNonRoot()).isNull();
              assertThat(context.getSeccompProfile()).isNull();
              assertThat(context.getReadOnlyRootFilesystem()).isTrue();
              assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(context.getCapabilities().getAdd()).isEmpty();
              assertThat(container.getPorts()).allMatch(port -> port.getHostPort() == null);
            });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theClusterRefusesWhatIsNotRestricted(Path overlay) throws Exception {
    var namespace = Kustomization.render(overlay).one(Namespace.class, "minigram");

    assertThat(namespace.getMetadata().getLabels())
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void requestsNoMoreThanItsLimits(Workload workload) {
    assertThat(workload.allContainers())
        .allSatisfy(
            container -> {
              var resources = container.getResources();
              for (var resource : List.of("cpu", "memory")) {
                assertThat(resources.getRequests()).containsKey(resource);
                assertThat(resources.getLimits()).containsKey(resource);
                assertThat(resources.getRequests().get(resource).getNumericalAmount())
                    .as("%s of %s", resource, container.getName())
                    .isPositive()
                    .isLessThanOrEqualTo(resources.getLimits().get(resource).getNumericalAmount());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void startedReadyAndLiveMeanDifferentThings(Workload workload) throws IOException {
    for (var container : workload.pod().getSpec().getContainers()) {
      if (!workload.runsOn()) {
        assertThat(container.getReadinessProbe()).isNull();
      } else if (workload.name().equals("postgresql")) {
        assertThat(container.getLivenessProbe().getExec())
            .isNotEqualTo(container.getReadinessProbe().getExec());
        // recovering from its log may take minutes, and ends in a restart only after ten
        assertThat(patience(container.getStartupProbe())).isEqualTo(Duration.ofMinutes(10));
      } else {
        assertHttp(workload, container, container.getStartupProbe(), "/q/health/started");
        assertHttp(workload, container, container.getReadinessProbe(), "/q/health/ready");
        assertHttp(workload, container, container.getLivenessProbe(), "/q/health/live");
        assertThat(patience(container.getStartupProbe())).isEqualTo(Duration.ofMinutes(2));
        // a database that does not answer makes ready say so within 2 s
        assertThat(container.getReadinessProbe().getTimeoutSeconds()).isGreaterThan(2);
      }
    }
  }

  private static void assertHttp(Workload workload, Container container, Probe probe, String path)
      throws IOException {
    assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
    assertThat(container.getPorts())
        .extracting(port -> port.getContainerPort())
        .contains(probe.getHttpGet().getPort().getIntVal());
    // the table of what each role may do there, made by a test of the service: open to strangers
    assertThat(Files.readAllLines(Path.of("..", workload.name(), "access.csv")))
        .anyMatch(line -> line.startsWith("route " + path + ",allow"));
  }

  private static Duration patience(Probe probe) {
    return Duration.ofSeconds((long) probe.getPeriodSeconds() * probe.getFailureThreshold());
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void listensWhereTheServiceDoes(Workload workload) throws IOException {
    if (!Kustomization.SERVICES.contains(workload.name())) {
      return;
    }
    var settings = properties("../%s/src/main/resources/application.properties", workload.name());

    assertThat(workload.pod().getSpec().getContainers().get(0).getPorts())
        .singleElement()
        .satisfies(
            port -> {
              assertThat(port.getName()).isEqualTo("http");
              assertThat(port.getContainerPort())
                  .hasToString(settings.getProperty("quarkus.http.port"));
            });
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void aServiceEndsAfterTheEndpointsHaveNoticedAndItsRequestsAreAnswered(Path overlay)
      throws Exception {
    var timeout =
        properties("../edge/src/main/resources/META-INF/microprofile-config.properties")
            .getProperty("quarkus.shutdown.timeout");
    var shutdown = Duration.parse("PT" + timeout);

    for (var deployment : Kustomization.render(overlay).all(Deployment.class)) {
      var spec = deployment.getSpec();
      var pod = spec.getTemplate().getSpec();
      var noticed =
          Duration.ofSeconds(
              pod.getContainers().get(0).getLifecycle().getPreStop().getSleep().getSeconds());

      assertThat(noticed).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
      assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()))
          .isGreaterThanOrEqualTo(noticed.plus(shutdown).plusSeconds(10));
      assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
      assertThat(spec.getStrategy().getRollingUpdate().getMaxSurge().getIntVal()).isPositive();
    }
  }

  private static Properties properties(String path, Object... arguments) throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(Path.of(path.formatted(arguments)))) {
      properties.load(in);
    }
    return properties;
  }

  static Stream<Path> overlays() {
    return ManifestsTest.overlays();
  }

  static Stream<Workload> workloads() throws Exception {
    var workloads = Stream.<Workload>builder();
    for (var folder : ManifestsTest.kustomizations().toList()) {
      Kustomization.render(folder).workloads().forEach(workloads::add);
    }
    return workloads.build();
  }
}
