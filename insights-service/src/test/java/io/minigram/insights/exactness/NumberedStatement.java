package io.minigram.insights.exactness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A statement whose parameters are {@code $1}, {@code $2}, ..., for JDBC. */
final class NumberedStatement {

  private static final Pattern COMMENT = Pattern.compile("--.*$", Pattern.MULTILINE);
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  private static final Path INGEST = Path.of("../ingest-service/src/main/resources/sql/batches");

  private final String text;
  private final List<Integer> numbers;

  private NumberedStatement(String text, List<Integer> numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  static NumberedStatement of(String numbered) {
    var plain = COMMENT.matcher(numbered).replaceAll("");
    var numbers = new ArrayList<Integer>();
    var text =
        PARAMETER
            .matcher(plain)
            .replaceAll(
                parameter -> {
                  numbers.add(Integer.valueOf(parameter.group(1)));
                  return "?";
                });
    return new NumberedStatement(text, numbers);
  }

  /** A statement by which ingest-service writes batches. */
  static NumberedStatement ofIngest(String name) {
    try {
      return of(Files.readString(INGEST.resolve(name + ".sql")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The statement, ready to run.
   *
   * @param arguments the first is that of {@code $1}; arrays of PostgreSQL as {@link Values}
   */
  PreparedStatement prepare(Connection connection, Object... arguments) throws SQLException {
    var prepared = connection.prepareStatement(text);
    int place = 1;
    for (int number : numbers) {
      bind(connection, prepared, place++, arguments[number - 1]);
    }
    return prepared;
  }

  private static void bind(
      Connection connection, PreparedStatement prepared, int place, Object argument)
      throws SQLException {
    if (argument == null) {
      prepared.setNull(place, Types.NULL);
    } else if (argument instanceof Values array) {
      prepared.setArray(place, connection.createArrayOf(array.type(), array.values()));
    } else {
      prepared.setObject(place, argument);
    }
  }

  /** An array of PostgreSQL. */
  record Values(String type, Object[] values) {

    static Values ids(List<Long> ids) {
      return new Values("bigint", ids.toArray());
    }

    @Override
    public String toString() {
      return type + Arrays.toString(values);
    }
  }
}
