package io.minigram.workbench.bench;

import io.minigram.workbench.terminal.CommandFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long plain statements over the facts take; each is run for the first that asks. */
final class PlainTimes {

  /** What has taken longer is not run again. */
  private static final double LONG = 10_000;

  private static final String CANCELLED = "57014";
  private static final int ROUNDS = 3;

  private final Connection owner;
  private final Duration limit;
  private final Map<PlainStatement, Double> known = new HashMap<>();

  /**
   * @param owner sees facts, moderation and the themes
   * @param limit when a statement is given up
   */
  PlainTimes(Connection owner, Duration limit) throws SQLException {
    this.owner = owner;
    this.limit = limit;
    try (var statement = owner.createStatement()) {
      statement.execute("set timezone = 'UTC'");
    }
  }

  /**
   * Milliseconds of all statements, the median of three runs of each; null if there are none.
   * Infinite if one was given up.
   */
  Double of(List<PlainStatement> statements) {
    return statements.isEmpty()
        ? null
        : statements.stream().mapToDouble(plain -> known.computeIfAbsent(plain, this::run)).sum();
  }

  private double run(PlainStatement plain) {
    var text = plain.text();
    var times = new ArrayList<Double>();
    while (times.size() < ROUNDS && times.stream().allMatch(time -> time < LONG)) {
      times.add(once(plain, text));
    }
    return Medians.of(times.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double once(PlainStatement plain, String text) {
    try (var statement = owner.createStatement()) {
      statement.setQueryTimeout((int) limit.toSeconds());
      long start = System.nanoTime();
      try (var rows = statement.executeQuery(text)) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
      return (System.nanoTime() - start) / 1e6;
    } catch (SQLException e) {
      if (CANCELLED.equals(e.getSQLState())) {
        return Double.POSITIVE_INFINITY;
      }
      throw new CommandFailure(plain + ": " + e.getMessage(), e);
    }
  }
}
