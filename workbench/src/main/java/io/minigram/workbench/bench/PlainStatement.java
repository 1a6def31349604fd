package io.minigram.workbench.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain statement over the facts that answers a question, as the tests of insights-service have
 * it.
 *
 * @param file such as {@code totals/totals.sql}
 * @param arguments what stands for {@code $1}, {@code $2}, ...; {@code null} is SQL's null
 */
record PlainStatement(String file, List<String> arguments) {

  private static final String FOLDER = "/bench/plain/";
  private static final Pattern WRITTEN = Pattern.compile("(?<file>[\\w/]+\\.sql)\\((?<all>.*)\\)");
  private static final Pattern COMMENT = Pattern.compile("--.*$", Pattern.MULTILINE);
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  PlainStatement {
    arguments = List.copyOf(arguments);
  }

  /** Reads {@code calendar/growth.sql(ALL)}. */
  static PlainStatement of(String written) {
    var parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(written + " is no statement such as totals.sql(1, null)");
    }
    var all = parts.group("all");
    return new PlainStatement(
        parts.group("file"),
        all.isBlank() ? List.of() : Arrays.stream(all.split(",")).map(String::strip).toList());
  }

  /**
   * The statement with its arguments in it, so that PostgreSQL plans for just these.
   *
   * @throws IllegalArgumentException if it has other parameters
   */
  String text() {
    var statement = COMMENT.matcher(packed()).replaceAll("");
    var used = PARAMETER.matcher(statement).results().mapToInt(PlainStatement::number);
    if (used.max().orElse(0) != arguments.size()) {
      throw new IllegalArgumentException(this + " has another number of parameters");
    }
    return PARAMETER
        .matcher(statement)
        .replaceAll(
            parameter -> Matcher.quoteReplacement(literal(arguments.get(number(parameter) - 1))));
  }

  private static int number(MatchResult parameter) {
    return Integer.parseInt(parameter.group(1));
  }

  private static String literal(String argument) {
    return argument.equals("null") ? "null" : "'" + argument.replace("'", "''") + "'";
  }

  private String packed() {
    try (var in = PlainStatement.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no plain statement " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file + "(" + String.join(", ", arguments) + ")";
  }
}
