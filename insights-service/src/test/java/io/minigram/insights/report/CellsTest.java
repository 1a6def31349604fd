package io.minigram.insights.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of registrations in two or three seasons. */
class CellsTest {

  private static final List<String> LABELS = List.of("spring", "summer", "autumn");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 | 0 0 | TOO_LITTLE_DATA | There are no registrations.",
        // one user
        "1 0 | 1 0 | TOO_LITTLE_DATA"
            + " | There are too few registrations (1) to tell seasons apart.",
        "4 5 | 4.5 4.5 | TOO_LITTLE_DATA"
            + " | There are too few registrations (9) to tell seasons apart.",
        "5 15 | 10 10 | HOLDS | The registrations differ between seasons by more than chance"
            + " brings about: against an even spread over time highest is summer (15, +50.00 %) and"
            + " lowest is spring (5, -50.00 %) (chi-square = 5, 1 degree of freedom, p = 0.025).",
        "8 12 | 10 10 | DOES_NOT_HOLD | The registrations show no pattern between seasons: against"
            + " an even spread over time highest is summer (12, +20.00 %) and lowest is spring (8,"
            + " -20.00 %), which is no more than chance brings about (chi-square = 0.80, 1 degree"
            + " of freedom, p = 0.371).",
        // more days, more events: the shorter season has most for its days
        "60 50 | 66 44 | DOES_NOT_HOLD | The registrations show no pattern between seasons: against"
            + " an even spread over time highest is summer (50, +13.64 %) and lowest is spring (60,"
            + " -9.09 %), which is no more than chance brings about (chi-square = 1.36, 1 degree"
            + " of freedom, p = 0.243).",
        // ties
        "4 10 10 | 8 8 8 | DOES_NOT_HOLD | The registrations show no pattern between seasons:"
            + " against an even spread over time highest are summer and autumn (+25.00 % each) and"
            + " lowest is spring (4, -50.00 %), which is no more than chance brings about"
            + " (chi-square = 3, 2 degrees of freedom, p = 0.223).",
        "8 8 8 | 8 8 8 | DOES_NOT_HOLD | The registrations are spread as evenly over the seasons"
            + " as can be (chi-square = 0, 2 degrees of freedom, p = 1.000).",
        // there was no spring yet
        "0 5 15 | 0 10 10 | HOLDS | The registrations differ between seasons by more than chance"
            + " brings about: against an even spread over time highest is autumn (15, +50.00 %) and"
            + " lowest is summer (5, -50.00 %) (chi-square = 5, 1 degree of freedom, p = 0.025).",
      })
  void saysWhetherThereIsAPattern(
      String counts, String expected, Outcome outcome, String sentence) {
    var finding = cells(counts, expected).finding(FindingKey.REGISTRATIONS_BY_MONTH);

    assertThat(finding.sentence()).isEqualTo(sentence);
    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(finding.test() == null).isEqualTo(outcome == Outcome.TOO_LITTLE_DATA);
  }

  @Test
  void hasTheCountsAndWhatIsExpectedOfTheExtremes() {
    assertThat(cells("4 7 13", "8 8 8").figures())
        .containsExactly(
            Figure.of("spring", 4, "registrations"),
            Figure.of("spring, expected", 8, "registrations"),
            Figure.of("summer", 7, "registrations"),
            Figure.of("autumn", 13, "registrations"),
            Figure.of("autumn, expected", 8, "registrations"));
  }

  private static Cells cells(String counts, String expected) {
    var cells = new ArrayList<Cells.Cell>();
    for (int i = 0; i < counts.split(" ").length; i++) {
      cells.add(
          new Cells.Cell(
              LABELS.get(i),
              Long.parseLong(counts.split(" ")[i]),
              Double.parseDouble(expected.split(" ")[i])));
    }
    return Cells.of("registrations", "seasons", "an even spread over time", cells);
  }
}
