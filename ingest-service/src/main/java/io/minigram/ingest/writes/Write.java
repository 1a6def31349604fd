package io.minigram.ingest.writes;

import io.minigram.ingest.requests.Request;
import io.minigram.ingest.rows.ChangeType;
import io.minigram.ingest.rows.Column;
import io.minigram.ingest.rows.GivenRow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** One change that somebody waits for. */
final class Write {

  private final GivenRow row;
  private final List<String> tags;
  private final Optional<Request> request;
  private final boolean takesAnId;
  private final long arrived = System.nanoTime();
  private final CompletableFuture<WriteResult> answer = new CompletableFuture<>();

  /**
   * @param row without an id, if one is to be given
   * @param tags names of the tags of a photo
   * @param request if it can be sent again under a key
   */
  Write(GivenRow row, List<String> tags, Optional<Request> request) {
    this.row = row;
    this.tags = tags;
    this.request = request;
    this.takesAnId = row.type().columns().contains(Column.ID) && !row.has(Column.ID);
  }

  /** On the clock of {@link System#nanoTime}. */
  long arrived() {
    return arrived;
  }

  ChangeType type() {
    return row.type();
  }

  GivenRow row() {
    return row;
  }

  List<String> tags() {
    return tags;
  }

  Optional<Request> request() {
    return request;
  }

  /** Whether the write has no id of its own, but takes the next one. */
  boolean takesAnId() {
    return takesAnId;
  }

  /** Whether it takes an id, and has none at the moment. */
  boolean lacksAnId() {
    return takesAnId && !row.has(Column.ID);
  }

  CompletableFuture<WriteResult> answer() {
    return answer;
  }

  /** What the write writes: the values of its key. */
  String id() {
    return row.type().table().key().stream()
        .map(column -> Long.toString(row.id(column)))
        .collect(Collectors.joining(":"));
  }
}
