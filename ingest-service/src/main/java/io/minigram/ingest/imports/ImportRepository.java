package io.minigram.ingest.imports;

import io.minigram.edge.context.OwnContext;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.Outage;
import io.minigram.edge.error.RequestException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.NoResultException;
import java.util.List;
import java.util.Optional;

/** Reads the imports that are kept. */
@ApplicationScoped
class ImportRepository implements PanacheRepository<Import> {

  /** The import of this id; NOT_FOUND if there is none, UNAVAILABLE if the database is away. */
  Uni<Import> get(long id) {
    return OwnContext.run(() -> Panache.withSession(() -> findById(id)))
        .onFailure(Outage::isBehind)
        .transform(e -> RequestException.of(ErrorCode.UNAVAILABLE, Outage.MESSAGE, e))
        .onItem()
        .ifNull()
        .failWith(() -> RequestException.of(ErrorCode.NOT_FOUND, "There is no import " + id));
  }

  /** The caller's latest import with this key; NOT_FOUND if there is none. */
  Uni<Import> get(String caller, String key) {
    return OwnContext.run(
            () ->
                Panache.withSession(
                    () ->
                        find("caller = ?1 and key = ?2", Sort.descending("id"), caller, key)
                            .range(0, 0)
                            .<Import>singleResult()))
        .onFailure(NoResultException.class)
        .transform(
            none -> RequestException.of(ErrorCode.NOT_FOUND, "You have no import with this key"));
  }

  /** The imports before this id, or all of them if it is empty; the latest first. */
  Uni<List<Import>> latestBefore(Optional<Long> id, int count) {
    return OwnContext.run(
        () ->
            Panache.withSession(
                () ->
                    find("id < ?1", Sort.descending("id"), id.orElse(Long.MAX_VALUE))
                        .range(0, count - 1)
                        .list()));
  }

  Uni<Long> total() {
    return OwnContext.run(() -> Panache.withSession(this::count));
  }
}
