package io.minigram.botdetector.reviews;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** One line of the log of a case; written once. */
@Entity
@Table(name = "event", schema = "moderation")
class EventEntity extends PanacheEntityBase {

  /** An event is known by the version that it gave the case. */
  @Embeddable
  record Key(@Column(name = "case_id") Long caseId, Integer version) {}

  @EmbeddedId public Key key;

  @Enumerated(EnumType.STRING)
  public CaseEventKind kind;

  /** Null if there was no case. */
  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  public ReviewState fromState;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  public ReviewState toState;

  @Column(name = "happened_at")
  public Instant happenedAt;

  /** Null if it was a run, and of decisions from before that was kept. */
  public String actor;

  @Column(name = "run_id")
  public Long runId;

  public BigDecimal score;

  /** What the state rested on before, or what was undone; null if an account was flagged. */
  @Column(name = "stood_version")
  public Integer stoodVersion;

  /** Whose doing it was and when, such as "confirmed by you (4711) at 2026-11-28T10:00:00Z". */
  String inWords(String reader) {
    var verb =
        switch (kind) {
          case FLAGGED -> "flagged";
          case CONFIRMED -> "confirmed";
          case DISMISSED -> "dismissed";
          case UNDONE -> "a decision undone";
        };
    return "%s by %s at %s".formatted(verb, author(reader), happenedAt);
  }

  private String author(String reader) {
    if (actor == null) {
      return kind == CaseEventKind.FLAGGED ? "run " + runId : "a moderator";
    }
    return actor.equals(reader) ? "you (" + actor + ")" : actor;
  }
}
