package io.minigram.workbench.bench;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * What insights-service's roller has done since it was started, as {@code /q/metrics} tells it.
 *
 * @param rows rows of facts that were folded in
 * @param seconds how long that took
 */
record RollerMetrics(double rows, double seconds) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static RollerMetrics of(URI insights, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(insights.resolve("/q/metrics"))
            .header("Authorization", "Bearer " + token)
            .build();
    var response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new CommandFailure("Metrics are refused: HTTP " + response.statusCode());
    }
    return in(response.body());
  }

  /** Reads the text format of Prometheus. */
  static RollerMetrics in(String metrics) {
    return new RollerMetrics(
        value(metrics, "minigram_rolled_rows_total"), value(metrics, "minigram_roll_seconds_sum"));
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Microseconds that a row took since an earlier moment; 0 if there was none. */
  double microsecondsARowSince(RollerMetrics earlier) {
    double more = rows - earlier.rows;
    return more == 0 ? 0 : (seconds - earlier.seconds) * 1e6 / more;
  }
}
