package io.minigram.manifests;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/**
 * What network policies let through, as Kubernetes defines it: whoever is selected by no policy of
 * a direction may do all, everyone else what one of them allows; both ends have to agree.
 */
record NetworkFlows(String namespace, List<NetworkPolicy> policies) {

  /** One end of a connection. */
  sealed interface End permits Pod, Address {

    String name();
  }

  /**
   * A pod.
   *
   * @param ports by name
   */
  record Pod(String name, String namespace, Map<String, String> labels, Map<String, Integer> ports)
      implements End {}

  /** Whatever is outside of the cluster. */
  record Address(String name, String ip) implements End {}

  /** What a connection goes to. */
  record Port(String protocol, int number) {

    @Override
    public String toString() {
      return protocol + " " + number;
    }
  }

  boolean allows(End from, End to, Port port) {
    return mayLeave(from, to, port) && mayEnter(from, to, port);
  }

  private boolean mayLeave(End from, End to, Port port) {
    var selecting = selecting(from, "Egress");
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(policy -> policy.getSpec().getEgress().stream())
            .anyMatch(rule -> isAmong(to, rule.getTo()) && isAmong(port, to, rule.getPorts()));
  }

  private boolean mayEnter(End from, End to, Port port) {
    var selecting = selecting(to, "Ingress");
    return selecting.isEmpty()
        || selecting.stream()
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .anyMatch(rule -> isAmong(from, rule.getFrom()) && isAmong(port, to, rule.getPorts()));
  }

  private List<NetworkPolicy> selecting(End end, String direction) {
    return policies.stream()
        .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
        .filter(
            policy ->
                end instanceof Pod pod
                    && pod.namespace().equals(namespace)
                    && matches(policy.getSpec().getPodSelector(), pod.labels()))
        .toList();
  }

  /** No peers at all are everyone. */
  private boolean isAmong(End end, List<NetworkPolicyPeer> peers) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> is(end, peer));
  }

  private boolean is(End end, NetworkPolicyPeer peer) {
    if (end instanceof Address address) {
      return peer.getIpBlock() != null && contains(peer.getIpBlock(), address.ip());
    }
    var pod = (Pod) end;
    if (peer.getIpBlock() != null) {
      return false;
    }
    boolean inNamespace =
        peer.getNamespaceSelector() == null
            ? pod.namespace().equals(namespace)
            : matches(
                peer.getNamespaceSelector(),
                Map.of("kubernetes.io/metadata.name", pod.namespace()));
    return inNamespace
        && (peer.getPodSelector() == null || matches(peer.getPodSelector(), pod.labels()));
  }

  /** No ports at all are all of them. */
  private static boolean isAmong(Port port, End to, List<NetworkPolicyPort> ports) {
    return ports.isEmpty()
        || ports.stream()
            .filter(allowed -> port.protocol().equals(allowed.getProtocol()))
            .anyMatch(allowed -> number(allowed, to) == port.number());
  }

  private static int number(NetworkPolicyPort port, End to) {
    if (port.getPort().getIntVal() != null) {
      return port.getPort().getIntVal();
    }
    return to instanceof Pod pod ? pod.ports().getOrDefault(port.getPort().getStrVal(), -1) : -1;
  }

  private static boolean matches(LabelSelector selector, Map<String, String> labels) {
    var wanted =
        selector.getMatchLabels() == null ? Map.<String, String>of() : selector.getMatchLabels();
    return labels.entrySet().containsAll(wanted.entrySet())
        && selector.getMatchExpressions().stream().allMatch(wish -> matches(wish, labels));
  }

  private static boolean matches(LabelSelectorRequirement wish, Map<String, String> labels) {
    if (!wish.getOperator().equals("In")) {
      throw new AssertionError("The test does not know the operator " + wish.getOperator());
    }
    return wish.getValues().contains(labels.get(wish.getKey()));
  }

  private static boolean contains(IPBlock block, String ip) {
    if (!block.getExcept().isEmpty()) {
      throw new AssertionError("The test does not know exceptions");
    }
    var parts = block.getCidr().split("/");
    var network = bytes(parts[0]);
    var address = bytes(ip);
    int shift = address.length * 8 - Integer.parseInt(parts[1]);
    return network.length == address.length
        && new BigInteger(1, network)
            .shiftRight(shift)
            .equals(new BigInteger(1, address).shiftRight(shift));
  }

  private static byte[] bytes(String ip) {
    try {
      // a number, so nobody is asked
      return InetAddress.getByName(ip).getAddress();
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
