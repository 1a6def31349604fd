package io.minigram.workbench.up;

import io.minigram.edge.identity.LocalIdentity;
import io.minigram.edge.identity.Roles;
import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Passwords;
import io.minigram.workbench.identity.LocalFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * ingest-service on a PostgreSQL of its own (fsync on), for a benchmark: an empty data folder,
 * ports that are free.
 */
public final class BenchSystem implements AutoCloseable {

  private final DataFolder data;
  private final LocalRun run;

  private BenchSystem(DataFolder data, LocalRun run) {
    this.data = data;
    this.run = run;
  }

  /**
   * Starts both, and waits until ingest-service is ready.
   *
   * @param folder where the database goes; it must be empty
   */
  public static BenchSystem start(Path folder) throws IOException, InterruptedException {
    var home = LocalFolder.projectHome();
    LocalRun.demandBuilt(home);
    var ports =
        CommandLine.populateCommand(new Ports(), "--postgres-port=0", "--ingest-port=18081");
    var data = DataFolder.take(folder);
    var passwords = Passwords.random();
    var postgres = Postgres.start(data, ports.postgres(), passwords.owner());
    var run = new LocalRun(home, data, ports, postgres, passwords, LocalIdentity.generate());
    try {
      run.bootstrap();
      run.migrate();
      run.serve(Service.INGEST_SERVICE);
      return new BenchSystem(data, run);
    } catch (IOException | InterruptedException | RuntimeException e) {
      run.close();
      data.close();
      throw e;
    }
  }

  /**
   * Starts another ingest-service on the same database.
   *
   * @param settings environment of its process, beside what each has
   * @return its address
   */
  public URI serveAnother(int port, Map<String, String> settings)
      throws IOException, InterruptedException {
    return run.serveAnother(Service.INGEST_SERVICE, port, settings);
  }

  /** The database as its owner. */
  public Database owner() {
    return run.owner();
  }

  public URI ingest() {
    return run.address(Service.INGEST_SERVICE);
  }

  /** Tokens that ingest-service takes. */
  public Supplier<String> tokens() {
    return run.tokens(Roles.INGESTOR);
  }

  /** The most memory that ingest-service has taken so far, in bytes. */
  public long peakMemory() throws IOException {
    return run.peakMemory(Service.INGEST_SERVICE);
  }

  /** The processor time that ingest-service has taken so far. */
  public Duration processorTime() {
    return run.processorTime(Service.INGEST_SERVICE);
  }

  /** The processor time that PostgreSQL has taken so far. */
  public Duration processorTimeOfPostgres() throws IOException {
    return run.processorTimeOfPostgres();
  }

  @Override
  public void close() throws IOException {
    run.close();
    data.close();
  }
}
