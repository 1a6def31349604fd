package io.minigram.workbench.up;

import io.minigram.edge.identity.Roles;
import io.minigram.workbench.database.Database;
import io.minigram.workbench.database.Passwords;
import io.minigram.workbench.database.Role;
import io.minigram.workbench.identity.LocalFolder;
import io.minigram.workbench.load.Loader;
import io.minigram.workbench.network.NetworkGenerator;
import io.minigram.workbench.network.NetworkOptions;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workbench up}. */
@Command(
    name = "up",
    description = {
      "Run the whole system on this machine, with a network in it, until Ctrl-C.",
      "",
      "Starts PostgreSQL and the three services, generates a network, loads it through"
          + " ingest-service and shows the headline figures. A second start on the same data"
          + " folder finds the data and loads nothing.",
      "",
      "QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD"
          + " name another PostgreSQL and its owner, who may make databases and roles; then none"
          + " is started.",
      "",
      "Nobody gets in without a token: the first start makes keys and a user for each role, kept in"
          + " the data folder, and `workbench token` signs with them.",
      ""
    })
public final class UpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LocalFolder folder;

  @Option(names = "--no-data", description = "Load no network; the tables stay as they are.")
  private boolean noData;

  @Option(names = "--users", paramLabel = "N", description = "Users to generate. Default: 5000")
  private Integer users;

  @Option(
      names = "--photos",
      paramLabel = "N",
      description = "Photos to generate. Default: 5 a user")
  private Integer photos;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Same seed, same network. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Mixin private Ports ports;

  private final PrintStream out = System.out;
  private final long start = System.nanoTime();
  private LocalRun run;

  @Override
  public Integer call() throws Exception {
    var network = network();
    var home = LocalFolder.projectHome();
    LocalRun.demandBuilt(home);
    var data = DataFolder.take(folder.path());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    try {
      ports.demandFree();
      synchronized (this) {
        run = run(home, data);
      }
      runUntilStopped(data, network);
      return 0;
    } catch (CommandFailure e) {
      if (run != null && run.isStopping()) {
        // Ctrl-C ends the services too, perhaps before this process is told
        return 0;
      }
      throw e;
    } finally {
      stop();
      data.close();
    }
  }

  private void runUntilStopped(DataFolder data, NetworkGenerator network) throws Exception {
    run.bootstrap();
    run.migrate();
    say("Schemas are up to date");
    run.serve(origin(data), Service.values());
    say("ingest-service, insights-service and bot-detector are ready");
    if (!noData) {
      load(data, network);
    }
    var headline =
        Headline.await(
            new GraphQLClient(run.address(Service.INSIGHTS_SERVICE), run.tokens(Roles.VIEWER)),
            new GraphQLClient(run.address(Service.BOT_DETECTOR), run.tokens(Roles.MODERATOR)));
    out.println();
    headline.print(out);
    printAddresses(data);
    throw run.awaitEnd();
  }

  private LocalRun run(Path home, DataFolder data) throws IOException {
    var passwords = Passwords.keptIn(data.passwords());
    var identity = LocalFolder.identityIn(data.path());
    var named = Postgres.named(System.getenv());
    var postgres =
        named.isPresent() ? named.get() : Postgres.start(data, ports.postgres(), passwords.owner());
    say(
        named.isPresent()
            ? "Using the PostgreSQL at " + postgres.owner()
            : "PostgreSQL is up, its data in " + data);
    return new LocalRun(home, data, ports, postgres, passwords, identity);
  }

  /**
   * Tells the report where the data come from, as far as that is known: of another's PostgreSQL
   * only if this run loads it.
   */
  private Map<String, String> origin(DataFolder data) throws IOException, SQLException {
    if (!hasNetwork(run.database(Role.INGEST_SERVICE))) {
      if (noData) {
        return Map.of();
      }
      Files.writeString(
          data.origin(),
          "generated with seed %d by MiniGram's workbench, and what was written since"
              .formatted(seed));
    } else if (Postgres.named(System.getenv()).isPresent() || Files.notExists(data.origin())) {
      return Map.of();
    }
    return Map.of("MINIGRAM_REPORT_ORIGIN", Files.readString(data.origin()));
  }

  private void load(DataFolder data, NetworkGenerator network) throws Exception {
    if (hasNetwork(run.database(Role.INGEST_SERVICE))) {
      say("The data folder has its network already; nothing is loaded");
      return;
    }
    var summary = network.writeTo(data.network(), true, Progress.onTerminal());
    say("Generated a network of %,d rows".formatted(summary.allRows()));
    var result =
        new Loader(
                run.address(Service.INGEST_SERVICE),
                run.tokens(Roles.INGESTOR),
                Progress.onTerminal())
            .load(data.network());
    result.print(out);
    if (!result.isIn()) {
      throw new CommandFailure("The network was not loaded; start again to go on");
    }
  }

  /** Whether an import of every kind has ended well. */
  private static boolean hasNetwork(Database database) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var kinds =
            statement.executeQuery(
                "select count(distinct kind) = 7 from facts.import where state = 'COMPLETED'")) {
      kinds.next();
      return kinds.getBoolean(1);
    }
  }

  private NetworkGenerator network() {
    try {
      var options = new NetworkOptions().seed(seed);
      if (users != null) {
        options.users(users);
      }
      if (photos != null) {
        options.photos(photos);
      }
      return new NetworkGenerator(options.parameters());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void printAddresses(DataFolder data) {
    var insights = run.address(Service.INSIGHTS_SERVICE);
    var bots = run.address(Service.BOT_DETECTOR);
    var ingest = run.address(Service.INGEST_SERVICE);
    var database = run.database(Role.INGEST_SERVICE);
    out.printf(
        """

        MiniGram is up after %.1f s. Open
          %s/q/graphql-ui/   ask insights-service (role viewer)
          %s/q/graphql-ui/   see and decide on flagged accounts (moderator)
          %s/q/graphql-ui/   see what was imported (ingestor)
        Each request needs the header Authorization: Bearer TOKEN. A token, here a moderator's:
          java -jar %s token moderator%s
        PostgreSQL: postgresql://%s:%d/%s   passwords, keys and logs: %s
        Ctrl-C stops everything.
        """,
        seconds(),
        insights,
        bots,
        ingest,
        fromHere(LocalFolder.projectHome().resolve("workbench/target/workbench.jar")),
        folder.isDefault() ? "" : " --data " + fromHere(data.path()),
        database.host(),
        database.port(),
        database.name(),
        fromHere(data.path()));
    out.flush();
  }

  /** A path as short as it can be typed. */
  private static Path fromHere(Path path) {
    var here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  /** Waits for a PostgreSQL that is being started, since it would otherwise stay behind. */
  private synchronized void stop() {
    if (run == null) {
      return;
    }
    try {
      run.close();
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  private void say(String what) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), what);
    out.flush();
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
