package io.minigram.botdetector.runs;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** One scoring run; written once. */
@Entity
@Table(name = "run", schema = "moderation")
class RunEntity extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "started_at")
  public Instant startedAt;

  @Column(name = "finished_at")
  public Instant finishedAt;

  public long batches;

  @Column(name = "highest_batch")
  public long highestBatch;

  public long photos;
  public long likes;
  public long accounts;
  public long flagged;

  public Long comments;
  public Long follows;
  public Long rings;

  @Column(name = "newly_flagged")
  public Long newlyFlagged;

  @Column(name = "no_longer_flagged")
  public Long noLongerFlagged;

  /** The version of the model; null in runs of before there were models. */
  public String model;

  @Column(name = "flag_threshold")
  public BigDecimal flagThreshold;

  @Column(name = "stored_from")
  public BigDecimal storedFrom;

  Watermark watermark() {
    return new Watermark(batches, highestBatch);
  }

  RunParameters parameters() {
    return new RunParameters(model, flagThreshold, storedFrom);
  }
}
