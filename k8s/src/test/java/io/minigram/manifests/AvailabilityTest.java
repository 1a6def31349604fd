package io.minigram.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;

/** How many there are of what, and where. */
class AvailabilityTest {

  @Test
  void aSmallClusterHasOneOfEach() throws Exception {
    var local = Kustomization.render(Kustomization.LOCAL);

    assertThat(local.all(Deployment.class))
        .extracting(deployment -> deployment.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(Kustomization.SERVICES);
    assertThat(local.all(Deployment.class))
        .extracting(deployment -> deployment.getSpec().getReplicas())
        .containsOnly(1);
    assertThat(local.one(StatefulSet.class, "postgresql").getSpec())
        .satisfies(
            set -> {
              assertThat(set.getReplicas()).isEqualTo(1);
              assertThat(set.getVolumeClaimTemplates())
                  .singleElement()
                  .satisfies(
                      claim ->
                          assertThat(set.getTemplate().getSpec().getContainers().get(0))
                              .satisfies(
                                  postgresql ->
                                      assertThat(postgresql.getVolumeMounts())
                                          .anyMatch(
                                              mount ->
                                                  mount
                                                      .getName()
                                                      .equals(claim.getMetadata().getName()))));
            });
  }

  @Test
  void inProductionEachServiceHasTwoOrMore() throws Exception {
    var production = Kustomization.render(Kustomization.PRODUCTION);

    assertThat(production.all(StatefulSet.class)).isEmpty();
    assertThat(production.all(HorizontalPodAutoscaler.class)).hasSize(3);
    for (var service : Kustomization.SERVICES) {
      var deployment = production.one(Deployment.class, service);
      var scaler = production.one(HorizontalPodAutoscaler.class, service).getSpec();

      // two that say how many there are would take turns
      assertThat(deployment.getSpec().getReplicas()).isNull();
      assertThat(scaler.getScaleTargetRef().getKind()).isEqualTo("Deployment");
      assertThat(scaler.getScaleTargetRef().getApiVersion()).isEqualTo("apps/v1");
      assertThat(scaler.getScaleTargetRef().getName()).isEqualTo(service);
      assertThat(scaler.getMinReplicas()).isGreaterThanOrEqualTo(2);
      assertThat(scaler.getMaxReplicas()).isGreaterThan(scaler.getMinReplicas());
      // a share of what a pod requests, so it has to request it, and may use so much
      var resources =
          deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getResources();
      assertThat(scaler.getMetrics())
          .singleElement()
          .satisfies(
              metric -> {
                assertThat(metric.getResource().getName()).isEqualTo("cpu");
                assertThat(
                        metric.getResource().getTarget().getAverageUtilization()
                            * resources.getRequests().get("cpu").getNumericalAmount().doubleValue()
                            / 100)
                    .isPositive()
                    .isLessThan(
                        resources.getLimits().get("cpu").getNumericalAmount().doubleValue());
              });
    }
  }

  @Test
  void inProductionANodeTakesOnePodOfAServiceAtMost() throws Exception {
    var production = Kustomization.render(Kustomization.PRODUCTION);

    for (var service : Kustomization.SERVICES) {
      var pod = production.one(Deployment.class, service).getSpec().getTemplate();
      var budget = production.one(PodDisruptionBudget.class, service).getSpec();

      assertThat(budget.getMaxUnavailable().getIntVal()).isEqualTo(1);
      assertThat(budget.getSelector().getMatchLabels())
          .isEqualTo(
              production.one(Deployment.class, service).getSpec().getSelector().getMatchLabels());
      assertThat(pod.getSpec().getTopologySpreadConstraints())
          .extracting(constraint -> constraint.getTopologyKey())
          .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
      assertThat(pod.getSpec().getTopologySpreadConstraints())
          .allSatisfy(
              constraint -> {
                assertThat(constraint.getMaxSkew()).isEqualTo(1);
                assertThat(pod.getMetadata().getLabels())
                    .containsAllEntriesOf(constraint.getLabelSelector().getMatchLabels())
                    .containsKey("app.kubernetes.io/name");
                // else services would be spread among each other
                assertThat(constraint.getMatchLabelKeys())
                    .containsExactly("app.kubernetes.io/name", "pod-template-hash");
              });
    }
  }
}
