package io.minigram.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.minigram.manifests.Kustomization.Workload;
import io.minigram.manifests.NetworkFlows.Address;
import io.minigram.manifests.NetworkFlows.End;
import io.minigram.manifests.NetworkFlows.Pod;
import io.minigram.manifests.NetworkFlows.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In production exactly the connections of the architecture are let through. */
class NetworkPolicyTest {

  private static final String NAMESPACE = "minigram";

  private static final List<Port> PORTS =
      List.of(
          new Port("TCP", 22),
          new Port("TCP", 53),
          new Port("UDP", 53),
          new Port("TCP", 80),
          new Port("TCP", 443),
          new Port("UDP", 443),
          new Port("TCP", 4317),
          new Port("TCP", 5432),
          new Port("TCP", 6443),
          new Port("TCP", 8081),
          new Port("TCP", 8082),
          new Port("TCP", 8083));

  @Test
  void letThroughExactlyTheConnectionsOfTheArchitecture() throws Exception {
    // given everyone that there is, and some that have no business here
    var production = Kustomization.render(Kustomization.PRODUCTION);
    var workloads = new ArrayList<>(production.workloads());
    workloads.addAll(Kustomization.render(Kustomization.PRODUCTION_BOOTSTRAP).workloads());
    List<End> ends = new ArrayList<>(workloads.stream().map(workload -> pod(workload)).toList());
    ends.add(new Pod("stranger inside", NAMESPACE, Map.of("app", "x"), Map.of("http", 8081)));
    ends.add(pod("ingress controller", "ingress-nginx", Map.of()));
    ends.add(pod("Prometheus", "monitoring", Map.of()));
    ends.add(pod("DNS", "kube-system", Map.of("k8s-app", "kube-dns")));
    ends.add(pod("stranger beside DNS", "kube-system", Map.of()));
    ends.add(pod("stranger elsewhere", "default", Map.of("app.kubernetes.io/part-of", NAMESPACE)));
    // the address that stands in settings/cluster.env
    ends.add(new Address("PostgreSQL", "192.0.2.10"));
    ends.add(new Address("beside PostgreSQL", "192.0.2.11"));
    ends.add(new Address("provider", "203.0.113.5"));
    ends.add(new Address("provider by IPv6", "2001:db8::5"));

    // when
    var flows = new NetworkFlows(NAMESPACE, production.all(NetworkPolicy.class));
    var allowed = new ArrayList<String>();
    for (var from : ends) {
      for (var to : ends) {
        for (var port : PORTS) {
          if (isOurs(from, to) && flows.allows(from, to, port)) {
            allowed.add("%s -> %s %s".formatted(from.name(), to.name(), port));
          }
        }
      }
    }

    // then
    assertThat(production.all(Namespace.class))
        .extracting(n -> n.getMetadata().getName())
        .containsExactly(NAMESPACE);
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            "ingress controller -> ingest-service TCP 8081",
            "ingress controller -> insights-service TCP 8082",
            "ingress controller -> bot-detector TCP 8083",
            "Prometheus -> ingest-service TCP 8081",
            "Prometheus -> insights-service TCP 8082",
            "Prometheus -> bot-detector TCP 8083",
            "ingest-service -> PostgreSQL TCP 5432",
            "insights-service -> PostgreSQL TCP 5432",
            "bot-detector -> PostgreSQL TCP 5432",
            "bootstrap -> PostgreSQL TCP 5432",
            "ingest-service -> DNS UDP 53",
            "ingest-service -> DNS TCP 53",
            "insights-service -> DNS UDP 53",
            "insights-service -> DNS TCP 53",
            "bot-detector -> DNS UDP 53",
            "bot-detector -> DNS TCP 53",
            "bootstrap -> DNS UDP 53",
            "bootstrap -> DNS TCP 53",
            // whose addresses nobody knows, so that the port alone counts
            "ingest-service -> provider TCP 443",
            "ingest-service -> provider by IPv6 TCP 443",
            "ingest-service -> PostgreSQL TCP 443",
            "ingest-service -> beside PostgreSQL TCP 443",
            "insights-service -> provider TCP 443",
            "insights-service -> provider by IPv6 TCP 443",
            "insights-service -> PostgreSQL TCP 443",
            "insights-service -> beside PostgreSQL TCP 443",
            "bot-detector -> provider TCP 443",
            "bot-detector -> provider by IPv6 TCP 443",
            "bot-detector -> PostgreSQL TCP 443",
            "bot-detector -> beside PostgreSQL TCP 443");
  }

  /** The policies say nothing of connections between others, nor of a pod's with itself. */
  private static boolean isOurs(End from, End to) {
    return from != to && (isInside(from) || isInside(to));
  }

  private static boolean isInside(End end) {
    return end instanceof Pod pod && pod.namespace().equals(NAMESPACE);
  }

  private static Pod pod(Workload workload) {
    return new Pod(
        workload.name(),
        workload.object().getMetadata().getNamespace(),
        workload.labels(),
        workload.allContainers().stream()
            .flatMap(container -> container.getPorts().stream())
            .collect(Collectors.toMap(port -> port.getName(), port -> port.getContainerPort())));
  }

  private static Pod pod(String name, String namespace, Map<String, String> labels) {
    return new Pod(name, namespace, labels, Map.of());
  }
}
