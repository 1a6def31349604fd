package io.minigram.botdetector.runs;

import io.minigram.botdetector.scoring.Contribution;
import io.minigram.botdetector.scoring.Score;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;

/** The score of one account in one run, with what it is made of; written once. */
@Entity
@Table(name = "score", schema = "moderation")
class ScoreEntity extends PanacheEntityBase {

  @Embeddable
  record Key(@Column(name = "run_id") Long runId, @Column(name = "user_id") Long userId) {}

  @Embeddable
  record Part(String signal, BigDecimal value, BigDecimal contribution, String sentence) {

    static Part of(Contribution contribution) {
      return new Part(
          contribution.signal(),
          contribution.value(),
          contribution.amount(),
          contribution.sentence());
    }
  }

  @EmbeddedId public Key key;

  public BigDecimal score;

  @ElementCollection
  @CollectionTable(
      name = "contribution",
      schema = "moderation",
      joinColumns = {
        @JoinColumn(name = "run_id", referencedColumnName = "run_id"),
        @JoinColumn(name = "user_id", referencedColumnName = "user_id")
      })
  public List<Part> parts;

  static ScoreEntity of(long runId, Score score) {
    var entity = new ScoreEntity();
    entity.key = new Key(runId, score.userId());
    entity.score = score.value();
    entity.parts = score.contributions().stream().map(Part::of).toList();
    return entity;
  }
}
