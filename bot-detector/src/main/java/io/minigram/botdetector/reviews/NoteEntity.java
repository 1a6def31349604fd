package io.minigram.botdetector.reviews;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What a moderator wrote with an event; apart from it, so that it can be erased. */
@Entity
@Table(name = "note", schema = "moderation")
class NoteEntity extends PanacheEntityBase {

  @EmbeddedId public EventEntity.Key key;

  public String note;

  static NoteEntity of(EventEntity event, String note) {
    var entity = new NoteEntity();
    entity.key = event.key;
    entity.note = note;
    return entity;
  }
}
