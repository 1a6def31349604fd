package io.minigram.ingest.imports;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** An import as it is kept; it is written by {@link ImportWriter} only. */
@Entity
@Table(schema = "facts", name = "import")
class Import extends PanacheEntityBase {
  @Id Long id;

  @Enumerated(EnumType.STRING)
  ImportKind kind;

  @Enumerated(EnumType.STRING)
  ImportState state;

  String caller;
  String key;

  long received;
  long inserted;
  long retracted;
  long duplicate;
  long rejected;

  @jakarta.persistence.Column(name = "older_than_reference")
  long olderThanReference;

  @jakarta.persistence.Column(name = "started_at")
  OffsetDateTime startedAt;

  @jakarta.persistence.Column(name = "finished_at")
  OffsetDateTime finishedAt;

  /** A {@link io.minigram.ingest.transactions.Position}; null until the import is completed. */
  Long position;
}
