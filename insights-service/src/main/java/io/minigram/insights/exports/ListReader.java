package io.minigram.insights.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import graphql.ExecutionResult;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.graphql.CheckedExecution;
import io.minigram.edge.graphql.CodedErrors;
import io.minigram.insights.transactions.Snapshot;
import io.minigram.insights.transactions.Snapshots;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a list to its end, page by page and all on one snapshot. */
@Singleton
class ListReader {

  private final ExecutionService graphql;
  private final Snapshots snapshots;

  ListReader(ExecutionService graphql, Snapshots snapshots) {
    this.graphql = graphql;
    this.snapshots = snapshots;
  }

  /** The list as CSV, in pieces of one page. */
  Multi<String> csv(ListDocument list) {
    return snapshots.reading(
        snapshot ->
            Multi.createBy()
                .repeating()
                .uni(Cursor::new, cursor -> page(list, snapshot, cursor))
                .whilst(page -> page.next() != null)
                .map(page -> lines(list, page)));
  }

  /** How far it is read. */
  private static final class Cursor {
    private String after;
    private boolean isFirst = true;
  }

  /**
   * A page.
   *
   * @param next the cursor of the one that follows; null if none does
   */
  private record Page(boolean isFirst, List<Map<String, Object>> entries, String next) {}

  private Uni<Page> page(ListDocument list, Snapshot snapshot, Cursor cursor) {
    return execute(request(list, cursor.after), snapshot)
        .map(
            result -> {
              var page = page(list, result, cursor.isFirst);
              cursor.isFirst = false;
              cursor.after = page.next();
              return page;
            });
  }

  private Uni<ExecutionResult> execute(JsonObject request, Snapshot snapshot) {
    return Uni.createFrom()
        .emitter(
            answer ->
                graphql.execute(
                    request,
                    context(snapshot),
                    new ExecutionResponseWriter() {
                      @Override
                      public void write(ExecutionResponse response) {
                        answer.complete(response.getExecutionResult());
                      }

                      @Override
                      public void fail(Throwable failure) {
                        answer.fail(failure);
                      }
                    },
                    true));
  }

  private static Map<String, Object> context(Snapshot snapshot) {
    var context = new HashMap<String, Object>();
    context.put(Snapshots.CONTEXT_KEY, snapshot);
    context.put(CheckedExecution.OWN_DOCUMENT, true);
    // Quarkus asks whether to leave the event loop, and over HTTP is told by its route
    context.put("runBlocking", false);
    return context;
  }

  private static JsonObject request(ListDocument list, String after) {
    var variables = new HashMap<>(list.variables());
    if (after != null) {
      variables.put("after", after);
    }
    return Json.createObjectBuilder()
        .add("query", list.document())
        .add("variables", Json.createObjectBuilder(variables))
        .build();
  }

  @SuppressWarnings("unchecked")
  private static Page page(ListDocument list, ExecutionResult result, boolean isFirst) {
    if (!result.getErrors().isEmpty()) {
      var error = result.getErrors().get(0);
      throw RequestException.of(ErrorCode.valueOf(CodedErrors.code(error)), error.getMessage());
    }
    var field = result.<Map<String, Object>>getData().get(list.list());
    if (!list.isConnection()) {
      return new Page(isFirst, (List<Map<String, Object>>) field, null);
    }
    var connection = (Map<String, Object>) field;
    var edges = (List<Map<String, Map<String, Object>>>) connection.get("edges");
    var pageInfo = (Map<String, Object>) connection.get("pageInfo");
    return new Page(
        isFirst,
        edges.stream().map(edge -> edge.get("node")).toList(),
        (boolean) pageInfo.get("hasNextPage") ? (String) pageInfo.get("endCursor") : null);
  }

  private static String lines(ListDocument list, Page page) {
    var text = new StringWriter();
    var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    if (page.isFirst()) {
      csv.writeRecord(list.header());
    }
    for (var entry : page.entries()) {
      csv.writeRecord(list.columns().stream().map(path -> cell(entry, path)).toList());
    }
    return text.toString();
  }

  @SuppressWarnings("unchecked")
  private static String cell(Map<String, Object> entry, List<String> path) {
    Object value = entry;
    for (var name : path) {
      value = value == null ? null : ((Map<String, Object>) value).get(name);
    }
    return value == null ? null : value.toString();
  }
}
