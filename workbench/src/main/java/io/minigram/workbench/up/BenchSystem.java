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
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * ingest-service on a PostgreSQL of its own (fsync on), for a benchmark: a data folder, ports that
 * are free; insights-service beside it where it is asked for.
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
   * @param folder where the database goes; one that an earlier run has left there is used again
   */
  public static BenchSystem start(Path folder) throws IOException, InterruptedException {
    var home = LocalFolder.projectHome();
    LocalRun.demandBuilt(home);
    var ports =
        CommandLine.populateCommand(
            new Ports(),
            "--postgres-port=0",
            "--ingest-port=" + Ports.free(),
            "--insights-port=" + Ports.free());
    var data = DataFolder.take(folder);
    var passwords = Passwords.keptIn(data.passwords());
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

  /**
   * Starts an insights-service on the same database.
   *
   * @param settings environment of its process, beside what each has
   * @return its address
   */
  public URI serveInsights(Map<String, String> settings) throws IOException, InterruptedException {
    return run.serveAnother(Service.INSIGHTS_SERVICE, Ports.free(), settings);
  }

  /** Waits until everything that is committed by now is in insights-service's answers. */
  public void awaitRollUps(URI insights) throws InterruptedException {
    Headline.awaitRollUps(new GraphQLClient(insights, viewers()), Instant.now());
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

  /** Tokens that insights-service takes. */
  public Supplier<String> viewers() {
    return run.tokens(Roles.VIEWER);
  }

  /** Tokens with which metrics can be read. */
  public Supplier<String> admins() {
    return run.tokens(Roles.ADMIN);
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
