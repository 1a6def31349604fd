package io.minigram.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.workbench.load.LoadResult;
import io.minigram.workbench.load.Loader;
import io.minigram.workbench.network.NetworkGenerator;
import io.minigram.workbench.network.NetworkOptions;
import io.minigram.workbench.network.NetworkParameters;
import io.minigram.workbench.network.Volume;
import io.minigram.workbench.terminal.CommandFailure;
import io.minigram.workbench.terminal.Progress;
import io.minigram.workbench.up.BenchSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A network of some size, generated, imported and rolled up. */
final class NetworkBuild {

  private static final long PUBLISHED_INTERACTIONS = 1_000_000;
  private static final int PUBLISHED_USERS = 5_000;
  private static final int LEAST_USERS = 200;

  /** Rows that the rates are taken from, each time. */
  private static final double SAMPLE = 500_000;

  private static final double LARGEST_SHARE = 0.2;

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration STANDSTILL = Duration.ofMinutes(15);

  private final BenchSystem system;

  NetworkBuild(BenchSystem system) {
    this.system = system;
  }

  /**
   * A network that is the default one at a million interactions and grows in proportion: users,
   * photos, likes, comments and follows. The default's bots and influencers are shares of the users
   * who act on, or are followed by, shares of everything, so their actions would grow with the
   * square; there are as many of them in every network from the default's size on.
   */
  static NetworkParameters network(long interactions) {
    int users =
        (int) Math.max(LEAST_USERS, PUBLISHED_USERS * interactions / PUBLISHED_INTERACTIONS);
    var options = new NetworkOptions().users(users);
    if (users > PUBLISHED_USERS) {
      options.bots(Volume.of("49")).influencers(Volume.of("135"));
    }
    return options.parameters();
  }

  /**
   * Generates a network, imports it, and rolls it up.
   *
   * @param folder for the files; they are deleted then
   * @param rolling starts an insights-service that rolls
   */
  BuildFigures build(long interactions, Path folder, Starting rolling) throws Exception {
    say("%,d interactions: generating", interactions);
    var network =
        new NetworkGenerator(network(interactions)).writeTo(folder, true, Progress.onTerminal());
    var parts = NetworkParts.cut(folder, network.rows(), share(interactions), 2);
    try {
      long inserted = load(parts.get(0)).inserted();
      var alone = load(parts.get(1));
      inserted += alone.inserted();
      flag(folder.resolve("truth/bots.csv"));
      say("%,d interactions: rolling up", interactions);
      var insights = rolling.start();
      var rolls = awaitRolled(insights, inserted);
      system.awaitRollUps(insights);
      var beside = load(parts.get(2));
      awaitRolled(insights, inserted + beside.inserted());
      system.awaitRollUps(insights);
      var all = rolls.get(rolls.size() - 1);
      double atEnd = inserted - alone.inserted();
      var beforeEnd =
          rolls.stream().filter(some -> some.rows() <= atEnd).reduce((first, last) -> last);
      return new BuildFigures(
          alone.rowsPerSecond(),
          beside.rowsPerSecond(),
          all.microsecondsARowSince(rolls.get(0)),
          all.microsecondsARowSince(beforeEnd.orElseThrow()));
    } finally {
      Folders.delete(folder);
    }
  }

  private static double share(long interactions) {
    return Math.min(LARGEST_SHARE, SAMPLE / interactions);
  }

  /** Starts a service. */
  @FunctionalInterface
  interface Starting {

    URI start() throws IOException, InterruptedException;
  }

  private LoadResult load(Path folder) throws IOException {
    var result = new Loader(system.ingest(), system.tokens(), Progress.onTerminal()).load(folder);
    result
        .failure()
        .ifPresent(
            failure -> {
              throw new CommandFailure(failure);
            });
    say("%,d rows imported, %,d a second", result.received(), result.rowsPerSecond());
    return result;
  }

  /** What bot-detector would publish if it found just the bots. */
  private void flag(Path bots) throws IOException, SQLException {
    var users = Files.readAllLines(bots).stream().skip(1).toList();
    try (var owner = system.owner().connect();
        var statement = owner.createStatement()) {
      statement.execute(
          """
          insert into moderation.flagged_change (suspects, user_id, flagged)
          select 'DETECTOR', user_id, true
          from unnest('{%s}'::bigint[]) as user_id
          """
              .formatted(String.join(",", users)));
    }
  }

  /** What the roller has done, told again and again until so many rows are in. */
  private List<RollerMetrics> awaitRolled(URI insights, long rows)
      throws IOException, InterruptedException {
    var seen = new ArrayList<>(List.of(new RollerMetrics(0, 0)));
    long limit = System.nanoTime() + STANDSTILL.toNanos();
    while (true) {
      var now = RollerMetrics.of(insights, system.admins().get());
      if (now.rows() > seen.get(seen.size() - 1).rows()) {
        seen.add(now);
        limit = System.nanoTime() + STANDSTILL.toNanos();
      }
      if (now.rows() >= rows) {
        return seen;
      }
      if (System.nanoTime() > limit) {
        throw new CommandFailure(
            "The roller does not go on after %,.0f rows".formatted(now.rows()));
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  /** The figures of a build that an earlier run has left in a folder. */
  static BuildFigures kept(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), BuildFigures.class);
  }

  static void keep(Path file, BuildFigures figures) throws IOException {
    new ObjectMapper().writeValue(file.toFile(), figures);
  }

  private static void say(String what, Object... arguments) {
    System.err.println(String.format(Locale.ROOT, what, arguments));
  }
}
