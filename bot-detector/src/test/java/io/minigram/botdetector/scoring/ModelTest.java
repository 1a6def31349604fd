package io.minigram.botdetector.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {

  private static final Model MODEL =
      new Model(
          "test",
          -2,
          List.of(
              new Model.Term("ONE", "A", 10, 20, 4, false),
              new Model.Term("OTHER", "A", 0, 1, 3, false),
              new Model.Term("THIRD", "B", 0, 2, 1, false)));

  @Test
  void aContributionRisesBetweenTwoMeasurements() {
    var term = new Model.Term("ONE", "A", 10, 20, 4, false);

    assertThat(term.contribution(0)).isZero();
    assertThat(term.contribution(10)).isZero();
    assertThat(term.contribution(15)).isEqualTo(2);
    assertThat(term.contribution(20)).isEqualTo(4);
    assertThat(term.contribution(1e9)).isEqualTo(4);
  }

  @Test
  void onlyTheLargestOfAGroupCounts() {
    var parts = MODEL.parts(Map.of("ONE", 15.0, "OTHER", 7.0, "THIRD", 1.0));

    assertThat(parts).containsExactly(new Model.Part("OTHER", 3), new Model.Part("THIRD", 0.5));
  }

  @Test
  void inTheShadowASignalDoesNotCount() {
    var model =
        new Model(
            "test",
            -2,
            List.of(
                new Model.Term("ONE", "A", 0, 1, 3, false),
                new Model.Term("SHADOW", "A", 0, 1, 8, true)));

    assertThat(model.parts(Map.of("ONE", 1.0, "SHADOW", 1.0)))
        .containsExactly(new Model.Part("ONE", 3));
    assertThat(model.terms().get(1).contribution(0.5)).isEqualTo(4);
  }

  /** 1 / (1 + exp(2)) without contributions; 1 / (1 + exp(-1.5)) with 3.5. */
  @Test
  void contributionsAreLogOdds() {
    assertThat(MODEL.probability(MODEL.parts(Map.of()))).isCloseTo(0.119203, within(1e-6));
    assertThat(MODEL.probability(MODEL.parts(Map.of("OTHER", 1.0, "THIRD", 1.0))))
        .isCloseTo(0.817574, within(1e-6));
  }

  @Test
  void aModelIsReadFromSettings() {
    var settings =
        Map.of(
            "version", "7",
            "intercept", "-2",
            "ONE.group", "A",
            "ONE.from", "10",
            "ONE.to", "20",
            "ONE.weight", "4");

    assertThat(Model.of(settings))
        .isEqualTo(new Model("7", -2, List.of(new Model.Term("ONE", "A", 10, 20, 4, false))));
  }

  @Test
  void settingsPutASignalInTheShadow() {
    var settings =
        Map.of(
            "version", "7",
            "intercept", "-2",
            "ONE.group", "A",
            "ONE.from", "10",
            "ONE.to", "20",
            "ONE.weight", "4",
            "ONE.shadow", "true");

    assertThat(Model.of(settings).terms())
        .containsExactly(new Model.Term("ONE", "A", 10, 20, 4, true));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> Model.of(Map.of("version", "7", "intercept", "0", "ONE.group", "A")))
        .hasMessageContaining("ONE.from");
  }

  @Test
  void badTermsAreRefused() {
    assertThatThrownBy(() -> new Model.Term("ONE", "A", 1, 1, 1, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Model.Term("ONE", "A", 0, 1, -1, false))
        .isInstanceOf(IllegalArgumentException.class);
    var term = new Model.Term("ONE", "A", 0, 1, 1, false);
    assertThatThrownBy(() -> new Model("7", 0, List.of(term, term)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
