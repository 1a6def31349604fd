package io.minigram.botdetector.reviews;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The review of one account. Runs make it and point it at their scores; moderators decide it. */
@Entity
@Table(name = "review", schema = "moderation")
class ReviewEntity extends PanacheEntityBase {

  @Id
  @Column(name = "user_id")
  public Long userId;

  @Column(name = "run_id", insertable = false, updatable = false)
  public long runId;

  @Enumerated(EnumType.STRING)
  public ReviewState state;

  @Version public int version;

  @Column(name = "decided_at")
  public Instant decidedAt;

  /**
   * Takes a decision.
   *
   * @throws RequestException CONFLICT, naming what stands, if its moderator has seen another
   *     version
   */
  void decide(Decision decision) {
    if (decision.seenVersion() != version) {
      throw RequestException.of(
          ErrorCode.CONFLICT,
          "Account %d is %s at version %d%s, and version %d was given; read it again, then decide"
              .formatted(
                  userId,
                  state,
                  version,
                  decidedAt == null ? "" : " since " + decidedAt,
                  decision.seenVersion()));
    }
    state = decision.state();
    decidedAt = decision.at();
  }
}
