package io.minigram.ingest.transactions;

import io.minigram.edge.sql.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A packed statement with PostgreSQL's {@code $1}, for JDBC, which knows {@code ?} only.
 *
 * @param sql the statement with {@code ?}
 * @param order the parameter that stands at each {@code ?}, from 1
 */
public record NumberedStatement(String sql, List<Integer> order) {

  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  public static NumberedStatement read(String path) {
    var text = COMMENT.matcher(SqlFile.read(NumberedStatement.class, path)).replaceAll("").strip();
    var order = new ArrayList<Integer>();
    var sql =
        PARAMETER
            .matcher(text)
            .replaceAll(
                parameter -> {
                  order.add(Integer.valueOf(parameter.group(1)));
                  return "?";
                });
    return new NumberedStatement(sql, List.copyOf(order));
  }
}
