package io.minigram.workbench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Imports a folder of CSV files through ingest-service, one file after the other. */
public final class Loader {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** So many imports a second at a steady rate, unless they would be too large. */
  private static final long CHUNKS_A_SECOND = 5;

  private static final long LARGEST_CHUNK = 20_000;

  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int LONGEST_QUOTE = 200;

  private final URI ingest;
  private final Supplier<String> tokens;
  private final Progress progress;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * @param ingest ingest-service's address, such as {@code http://localhost:8081}
   * @param tokens asked for a bearer token of the role ingestor before each file, since a load may
   *     last longer than a token
   */
  public Loader(URI ingest, Supplier<String> tokens, Progress progress) {
    this.ingest = ingest;
    this.tokens = tokens;
    this.progress = progress;
  }

  /**
   * Sends the files that are there; later ones refer to earlier ones, so the first that fails is
   * the last that is sent.
   *
   * @throws CommandFailure if there is nothing to send or nobody to send it to
   */
  public LoadResult load(Path folder) throws IOException {
    return load(folder, this::send);
  }

  /**
   * The same at a steady rate: each file goes as many small imports, one after the other.
   *
   * @param rowsPerSecond of all files; a service that cannot take so many slows it down
   */
  public LoadResult load(Path folder, long rowsPerSecond) throws IOException {
    var bucket = new TokenBucket(rowsPerSecond, System.nanoTime());
    int rows = (int) Math.max(1, Math.min(LARGEST_CHUNK, rowsPerSecond / CHUNKS_A_SECOND));
    return load(folder, (file, path) -> sendInChunks(file, path, bucket, rows));
  }

  /** Sends one file. */
  @FunctionalInterface
  private interface Sending {

    FileResult send(SourceFile file, Path path) throws IOException;
  }

  private LoadResult load(Path folder, Sending sending) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure("There is no folder " + folder);
    }
    var there =
        Arrays.stream(SourceFile.values())
            .filter(file -> Files.isRegularFile(folder.resolve(file.fileName())))
            .toList();
    if (there.isEmpty()) {
      throw new CommandFailure(
          "%s has none of the files %s"
              .formatted(
                  folder,
                  String.join(
                      ", ",
                      Arrays.stream(SourceFile.values()).map(SourceFile::fileName).toList())));
    }
    long start = System.nanoTime();
    var results = new ArrayList<FileResult>();
    for (var file : there) {
      var path = folder.resolve(file.fileName());
      try {
        results.add(sending.send(file, path));
      } catch (ConnectException | HttpConnectTimeoutException e) {
        var message =
            "No ingest-service answers at %s; start it, or name another address with --url"
                .formatted(ingest);
        if (results.isEmpty()) {
          throw new CommandFailure(message, e);
        }
        results.add(FileResult.failed(file, Files.size(path), 0, message));
      }
      if (!results.get(results.size() - 1).isIn()) {
        break;
      }
    }
    var notSent = there.stream().skip(results.size()).map(SourceFile::fileName).toList();
    return new LoadResult(List.copyOf(results), notSent, secondsSince(start));
  }

  private FileResult send(SourceFile file, Path path) throws IOException {
    long bytes = Files.size(path);
    long start = System.nanoTime();
    try (var task = progress.start(file.fileName(), Progress.Unit.BYTES, bytes)) {
      var response = post(file, streamed(path, bytes, task));
      return result(file, bytes, response, secondsSince(start));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw e;
    } catch (InterruptedException e) {
      throw givenUp();
    } catch (IOException e) {
      return FileResult.failed(file, bytes, secondsSince(start), "The connection broke: " + e);
    }
  }

  private FileResult sendInChunks(SourceFile file, Path path, TokenBucket bucket, int rows)
      throws IOException {
    long start = System.nanoTime();
    var sent = FileResult.failed(file, 0, 0, "");
    try (var task = progress.start(file.fileName(), Progress.Unit.BYTES, Files.size(path));
        var chunks = new CsvChunks(Files.newInputStream(path), rows)) {
      for (var next = chunks.next(); next.isPresent() && sent.isIn(); next = chunks.next()) {
        var chunk = next.get();
        TimeUnit.NANOSECONDS.sleep(bucket.take(chunk.rows(), System.nanoTime()));
        sent = sent.followedBy(send(file, chunk), chunk.linesBefore());
        task.advance(chunk.body().length);
      }
      return sent.in(secondsSince(start));
    } catch (InterruptedException e) {
      throw givenUp();
    }
  }

  private FileResult send(SourceFile file, CsvChunks.Chunk chunk)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    int bytes = chunk.body().length;
    try {
      var response = post(file, BodyPublishers.ofByteArray(chunk.body()));
      return result(file, bytes, response, secondsSince(start));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return FileResult.failed(file, bytes, secondsSince(start), "The connection broke: " + e);
    }
  }

  private HttpResponse<String> post(SourceFile file, BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address(file))
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + tokens.get())
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private static InterruptedIOException givenUp() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Loading was given up");
  }

  private URI address(SourceFile file) {
    return URI.create(ingest.toString().replaceFirst("/+$", "") + file.path());
  }

  /** The body is read from the file while it is sent. */
  private static BodyPublisher streamed(Path path, long bytes, Progress.Task task) {
    var body =
        BodyPublishers.ofInputStream(
            () -> {
              try {
                return new CountedStream(new BufferedInputStream(Files.newInputStream(path)), task);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return bytes == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(body, bytes);
  }

  private FileResult result(
      SourceFile file, long bytes, HttpResponse<String> response, double seconds) {
    int status = response.statusCode();
    if (status < OK || status >= MULTIPLE_CHOICES) {
      return FileResult.failed(file, bytes, seconds, refusal(status, response.body()));
    }
    try {
      var answer = json.readValue(response.body(), ImportAnswer.class);
      return FileResult.answered(file, bytes, answer, seconds);
    } catch (JsonProcessingException e) {
      return FileResult.failed(
          file, bytes, seconds, "Not an answer of ingest-service: " + quote(response.body()));
    }
  }

  private String refusal(int status, String body) {
    try {
      JsonNode node = json.readTree(body);
      if (node.hasNonNull("code")) {
        return node.get("code").asText() + ": " + node.path("message").asText() + remedy(status);
      }
    } catch (JsonProcessingException e) {
      // not from ingest-service itself; shown as it is
    }
    return "HTTP %d: %s".formatted(status, quote(body));
  }

  private static String remedy(int status) {
    return switch (status) {
      case UNAUTHORIZED ->
          ". Put a new token into the file that --token-file names, or into MINIGRAM_TOKEN; for a"
              + " local run name its folder with --data";
      case FORBIDDEN -> ". Whoever loads needs the role ingestor";
      default -> "";
    };
  }

  private static String quote(String body) {
    var line = body.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Tells how many bytes were taken out. */
  private static final class CountedStream extends FilterInputStream {

    private final Progress.Task task;

    CountedStream(InputStream in, Progress.Task task) {
      super(in);
      this.task = task;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = super.read(target, from, length);
      task.advance(Math.max(read, 0));
      return read;
    }
  }
}
