package io.minigram.botdetector.models;

import io.minigram.botdetector.scoring.Model;
import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageRequest;
import io.minigram.edge.sql.SqlFile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads models, and what came of their signals. */
@ApplicationScoped
class ModelQueries {

  private static final String MODELS = read("/sql/models/models.sql");
  private static final String LATEST_MODEL = read("/sql/models/latest_model.sql");
  private static final String MEASURED_PRECISION = read("/sql/models/measured_precision.sql");

  private final Pool pool;

  ModelQueries(Pool pool) {
    this.pool = pool;
  }

  private record Decided(long all, long confirmed) {

    private static final Decided NONE = new Decided(0, 0);

    private Double precision() {
      return all == 0 ? null : (double) confirmed / all;
    }
  }

  /** Models, the one stored last first. */
  Uni<Page<ScoringModel>> models(PageRequest request) {
    var after = request.position(ModelPosition::parse);
    return pool.preparedQuery(MODELS)
        .execute(
            Tuple.of(
                after.map(place -> place.storedAt().atOffset(ZoneOffset.UTC)).orElse(null),
                after.map(ModelPosition::version).orElse(null),
                request.rowsToRead()))
        .map(rows -> page(request, rows));
  }

  /** The signals of the latest run's model, by name; none before there is one. */
  Uni<List<SignalPrecision>> signals() {
    return pool.preparedQuery(LATEST_MODEL)
        .execute()
        .flatMap(
            models ->
                pool.preparedQuery(MEASURED_PRECISION)
                    .execute()
                    .map(
                        decided ->
                            models.size() == 0
                                ? List.of()
                                : signals(models.iterator().next(), decided)));
  }

  private static List<SignalPrecision> signals(Row model, RowSet<Row> rows) {
    var decided = new HashMap<String, Decided>();
    for (var row : rows) {
      decided.put(
          row.getString("signal"), new Decided(row.getLong("decided"), row.getLong("confirmed")));
    }
    Map<String, String> settings =
        model(model).settings().stream().collect(Collectors.toMap(Setting::name, Setting::value));
    return Model.of(settings).terms().stream()
        .map(term -> signal(term, decided.getOrDefault(term.signal(), Decided.NONE)))
        .toList();
  }

  private static SignalPrecision signal(Model.Term term, Decided decided) {
    return new SignalPrecision(
        term.signal(),
        term.group(),
        term.from(),
        term.to(),
        term.weight(),
        term.shadow(),
        decided.all(),
        decided.confirmed(),
        decided.precision());
  }

  private static Page<ScoringModel> page(PageRequest request, RowSet<Row> rows) {
    var models = new ArrayList<ScoringModel>();
    long totalCount = 0;
    for (var row : rows) {
      totalCount = row.getLong("total_count");
      if (row.getString("version") != null) {
        models.add(model(row));
      }
    }
    return request.page(models, ModelPosition::of, totalCount);
  }

  private static ScoringModel model(Row row) {
    var settings =
        row.getString("settings")
            .lines()
            .map(line -> line.split("=", 2))
            .map(setting -> new Setting(setting[0], setting[1]))
            .toList();
    return new ScoringModel(
        row.getString("version"), row.getOffsetDateTime("stored_at").toInstant(), settings);
  }

  private static String read(String path) {
    return SqlFile.read(ModelQueries.class, path);
  }
}
