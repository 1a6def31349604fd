package io.minigram.botdetector.reviews;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What a moderator wrote with a decision; apart from it, so that it can be erased. */
@Entity
@Table(name = "note", schema = "moderation")
class NoteEntity extends PanacheEntityBase {

  @EmbeddedId public DecisionEntity.Key key;

  public String note;

  static NoteEntity of(DecisionEntity decision, String note) {
    var entity = new NoteEntity();
    entity.key = decision.key;
    entity.note = note;
    return entity;
  }
}
