package io.minigram.workbench.network;

import io.minigram.workbench.terminal.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Writes a network as CSV files: {@code users.csv}, {@code photos.csv}, {@code tags.csv}, {@code
 * photo_tags.csv}, {@code follows.csv}, {@code likes.csv} and {@code comments.csv}; beside them
 * {@code truth/bots.csv} and {@code truth/influencers.csv}, which no service reads, and {@code
 * network.properties}, which tells the parameters and the rows of each file.
 */
public final class NetworkGenerator {

  private final NetworkParameters parameters;

  public NetworkGenerator(NetworkParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Writes the files; none of them is there before all are complete.
   *
   * @param folder made if it is missing
   * @param replace whether a folder that has files in it may be used
   * @throws io.minigram.workbench.terminal.CommandFailure if the folder may not be used
   */
  public NetworkSummary writeTo(Path folder, boolean replace, Progress progress)
      throws IOException {
    long start = System.nanoTime();
    var target = NetworkFolder.open(folder, replace);
    var network = new Network(parameters);
    var tables = new ArrayList<>(network.tables());
    tables.addAll(network.truth());
    var files = tables.stream().map(NetworkTable::file).toList();
    target.makeSureOfSpaceFor(
        tables.stream().mapToLong(NetworkTable::most).sum(),
        tables.stream().mapToLong(NetworkTable::leastBytes).sum());
    try {
      var rows = write(tables, network.timeline(), target, progress);
      target.complete(files, NetworkDescription.of(parameters, network, rows));
      var time = Duration.ofNanos(System.nanoTime() - start);
      return new NetworkSummary(rows, network.bots().length, network.influencers().length, time);
    } catch (IOException | RuntimeException e) {
      target.discard(files);
      throw e;
    }
  }

  /** Each table is a job of its own: their random numbers do not depend on each other. */
  private static Map<String, Long> write(
      List<NetworkTable> tables, Timeline timeline, NetworkFolder folder, Progress progress)
      throws IOException {
    long most = tables.stream().mapToLong(NetworkTable::most).sum();
    var written = new ConcurrentHashMap<String, Long>();
    var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (var task = progress.start("generate", Progress.Unit.ROWS, most)) {
      var jobs = new ExecutorCompletionService<Void>(threads);
      tables.stream()
          .sorted(Comparator.comparingLong(NetworkTable::most).reversed())
          .map(table -> job(table, timeline, folder, task, written))
          .forEach(jobs::submit);
      for (int job = 0; job < tables.size(); job++) {
        jobs.take().get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Generating was given up");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw new IOException(failure.getMessage(), failure);
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      stop(threads);
    }
    var inOrder = new LinkedHashMap<String, Long>();
    tables.forEach(table -> inOrder.put(table.file(), written.get(table.file())));
    return inOrder;
  }

  private static Callable<Void> job(
      NetworkTable table,
      Timeline timeline,
      NetworkFolder folder,
      Progress.Task task,
      Map<String, Long> written) {
    return () -> {
      try (var out = new RowWriter(folder.create(table.file()), timeline, task::advance)) {
        out.header(table.header());
        table.rows().write(out);
        written.put(table.file(), out.rows());
        task.advance(table.most() - out.rows());
      }
      return null;
    };
  }

  /**
   * Ends the jobs, and waits until they have: one that still ran could make its file anew after the
   * files were discarded. A running job notices it at its next write. The wait goes on when the
   * caller is interrupted (that is how jobs are given up), and the interrupt is kept.
   */
  private static void stop(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
