package io.minigram.workbench.testing.access;

import io.minigram.edge.identity.Roles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what: {@code access.csv} beside a service's pom, one line for each operation. */
final class AccessTable {

  static final String NOBODY = "none";

  private static final Path COMMITTED = Path.of("access.csv");

  /** By operation, then by role, {@link #NOBODY} being a caller without a token. */
  private final Map<String, Map<String, Boolean>> rules = new TreeMap<>();

  static List<String> columns() {
    var columns = new ArrayList<>(Roles.ALL);
    columns.add(NOBODY);
    return columns;
  }

  /** The table that stands beside the service; empty if there is none yet. */
  static AccessTable committed() {
    var table = new AccessTable();
    text()
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            cells -> {
              for (int column = 0; column < columns().size(); column++) {
                table.put(cells[0], columns().get(column), cells[column + 1].equals("allow"));
              }
            });
    return table;
  }

  /** May be called by several threads. */
  synchronized void put(String operation, String column, boolean allowed) {
    rules.computeIfAbsent(operation, name -> new TreeMap<>()).put(column, allowed);
  }

  boolean isAllowed(String operation, String column) {
    var rule = rules.get(operation);
    if (rule == null) {
      throw new AssertionError(operation + " is not in " + COMMITTED);
    }
    return rule.get(column);
  }

  /** Whether there is anybody who may call the operation. */
  boolean isAllowedToSomebody(String operation) {
    return columns().stream().anyMatch(column -> isAllowed(operation, column));
  }

  /**
   * Fails if these rules are not the committed ones, and leaves these in {@code target/access.csv},
   * to be looked at and copied.
   */
  void check() {
    var actual = Path.of("target", "access.csv");
    try {
      Files.writeString(actual, csv());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!text().equals(csv())) {
      throw new AssertionError(
          "Who may do what has changed:%s%nIf that is meant: cp %s %s"
              .formatted(difference(), actual.toAbsolutePath(), COMMITTED.toAbsolutePath()));
    }
  }

  private static String text() {
    try {
      return Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String csv() {
    var csv = new StringBuilder("operation," + String.join(",", columns()) + "\n");
    rules.forEach(
        (operation, row) -> {
          csv.append(operation);
          columns().forEach(column -> csv.append(row.get(column) ? ",allow" : ",deny"));
          csv.append('\n');
        });
    return csv.toString();
  }

  private String difference() {
    var before = text().lines().toList();
    var now = csv().lines().toList();
    return Stream.concat(
            before.stream().filter(line -> !now.contains(line)).map(line -> "\n- " + line),
            now.stream().filter(line -> !before.contains(line)).map(line -> "\n+ " + line))
        .collect(Collectors.joining());
  }
}
