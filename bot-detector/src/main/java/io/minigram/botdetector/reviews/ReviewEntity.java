package io.minigram.botdetector.reviews;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * The case of one account. Runs open it and point it at their scores; moderators open and decide
 * it. Each change gives it the next version, and is an event of that version.
 */
@Entity
@Table(name = "review", schema = "moderation")
class ReviewEntity extends PanacheEntityBase {

  @Id public Long id;

  @Column(name = "user_id", updatable = false)
  public long userId;

  @Column(name = "run_id")
  public Long runId;

  @Enumerated(EnumType.STRING)
  public ReviewState state;

  @Version public int version;

  @Column(name = "standing_version")
  public int standingVersion;

  @Column(name = "decided_at")
  public Instant decidedAt;

  @Column(name = "seen_run_id")
  public Long seenRunId;

  @Column(name = "flagged_by_hand")
  public boolean flaggedByHand;

  /** A moderator flags the account, which does not stand flagged. */
  EventEntity flag(Step step, Seen seen) {
    // an untouched case was made a moment ago, for this
    var event = event(step, seen, version == 0 && runId == null ? null : state);
    flaggedByHand = true;
    runId = seen.runId();
    standingVersion = event.key.version();
    return event;
  }

  /** A moderator decides. */
  EventEntity decide(Step step, Seen seen, ReviewState decision) {
    var event = event(step, seen, state);
    event.toState = decision;
    event.stoodVersion = standingVersion;
    state = decision;
    decidedAt = step.at();
    seenRunId = seen.runId();
    standingVersion = event.key.version();
    return event;
  }

  /**
   * A moderator undoes the decision that stands.
   *
   * @param decision the event of the decision
   * @param before the event that the state rested on before it; null if that is not known, since it
   *     was a run's and the log is younger
   */
  EventEntity undo(Step step, Seen seen, EventEntity decision, EventEntity before) {
    var event = event(step, seen, state);
    event.toState = decision.fromState;
    event.stoodVersion = standingVersion;
    boolean decided = decision.fromState != ReviewState.OPEN;
    state = decision.fromState;
    decidedAt = decided ? before.happenedAt : null;
    seenRunId = decided ? before.runId : null;
    standingVersion = decision.stoodVersion;
    return event;
  }

  private EventEntity event(Step step, Seen seen, ReviewState fromState) {
    var event = new EventEntity();
    event.key = new EventEntity.Key(id, version + 1);
    event.kind = step.kind();
    event.fromState = fromState;
    event.toState = state;
    event.happenedAt = step.at();
    event.actor = step.actor();
    event.runId = seen.runId();
    event.score = seen.score();
    return event;
  }
}
