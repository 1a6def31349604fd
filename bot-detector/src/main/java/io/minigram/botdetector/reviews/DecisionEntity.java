package io.minigram.botdetector.reviews;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the log of decisions; written once. */
@Entity
@Table(name = "decision", schema = "moderation")
class DecisionEntity extends PanacheEntityBase {

  /** A decision is known by the version that it gave the review. */
  @Embeddable
  record Key(@Column(name = "user_id") Long userId, Integer version) {}

  @EmbeddedId public Key key;

  @Column(name = "run_id")
  public long runId;

  @Enumerated(EnumType.STRING)
  public ReviewState decision;

  @Column(name = "decided_at")
  public Instant decidedAt;

  static DecisionEntity of(ReviewEntity review) {
    var entity = new DecisionEntity();
    entity.key = new Key(review.userId, review.version);
    entity.runId = review.runId;
    entity.decision = review.state;
    entity.decidedAt = review.decidedAt;
    return entity;
  }
}
