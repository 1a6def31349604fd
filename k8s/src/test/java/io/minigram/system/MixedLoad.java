package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Single writes, imports and streams of events at the same time, until they are told to stop. */
final class MixedLoad implements AutoCloseable {

  private static final int WRITERS = 8;
  private static final int IMPORTERS = 2;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final IngestSystem system;
  private final PatientClient client;
  private final Ledger begin;
  private final Ledger shared = new Ledger();
  private final List<SingleWrites> writers = new ArrayList<>();
  private final List<ImportLoad> importers = new ArrayList<>();
  private final EventLoad events;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<Ledger>> running = new ArrayList<>();
  private volatile boolean goesOn = true;

  private MixedLoad(IngestSystem system, Ledger begin, long seed) {
    this.system = system;
    this.client = new PatientClient(system);
    this.begin = begin;
    for (int i = 0; i < WRITERS; i++) {
      writers.add(new SingleWrites(i, client, this::goesOn, seed + i));
    }
    for (int i = 0; i < IMPORTERS; i++) {
      importers.add(new ImportLoad(i, IMPORTERS, client, this::goesOn, shared, seed + WRITERS + i));
    }
    events = new EventLoad(WRITERS, client, this::goesOn, seed + WRITERS + IMPORTERS);
  }

  /** Creates what it works on, and begins. */
  static MixedLoad start(IngestSystem system, long seed) throws Exception {
    FaultNetwork.create(system);
    var load = new MixedLoad(system, LedgerCheck.read(system), seed);
    load.writers.forEach(load::run);
    load.importers.forEach(load::run);
    load.run(load.events);
    return load;
  }

  private boolean goesOn() {
    return goesOn;
  }

  private void run(Callable<Ledger> load) {
    running.add(threads.submit(load));
  }

  PatientClient client() {
    return client;
  }

  /** Waits until so many mutations more, and one import more, have been answered. */
  void awaitProgress(int writes) {
    long from = client.writes();
    long importsFrom = client.imports();
    Awaitility.await()
        .atMost(LIMIT)
        .until(
            () ->
                running.stream().anyMatch(Future::isDone)
                    || client.writes() >= from + writes && client.imports() > importsFrom);
    assertThat(running).as("loads that have ended").noneMatch(Future::isDone);
  }

  /**
   * Waits until everything is answered and what was removed is swept away, and compares the
   * database with what the clients were told.
   */
  void stopAndCheck() throws Exception {
    goesOn = false;
    var ledgers = new ArrayList<>(List.of(begin, shared));
    for (var load : running) {
      ledgers.add(load.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(system.rows("select id from facts.removal where finished_at is null"))
                    .isEmpty());
    assertThat(writers).allSatisfy(writer -> assertThat(writer.surprises()).isEmpty());
    assertThat(events.surprises()).isEmpty();
    LedgerCheck.assertHolds(system, ledgers);
    LedgerCheck.assertEachOnce(
        system,
        importers.stream().flatMap(importer -> importer.sent().stream()).toList(),
        shared.everAdded(Ledger.Fact.LIKES));
    long written = writers.stream().mapToLong(SingleWrites::written).sum();
    assertThat(system.rows("select count(*) from facts.request"))
        .as("requests that are remembered")
        .containsExactly(Long.toString(written));
    assertThat(client.unexpected()).as("answers that nobody should get").isEmpty();
  }

  /** What was done, in one line. */
  String figures() {
    return String.format(
        Locale.ROOT,
        "%,d writes and %,d imports answered; sent again: %s",
        client.writes(),
        client.imports(),
        client.retries());
  }

  @Override
  public void close() throws InterruptedException {
    goesOn = false;
    threads.shutdownNow();
    threads.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }
}
