package io.minigram.botdetector.models;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model that a run has used; written once. */
@Entity
@Table(name = "model", schema = "moderation")
class ModelEntity extends PanacheEntityBase {

  @Id public String version;

  public String settings;

  @Column(name = "stored_at")
  public Instant storedAt;

  static ModelEntity of(Map<String, String> settings, Instant at) {
    var entity = new ModelEntity();
    entity.version = settings.get("version");
    entity.settings =
        new TreeMap<>(settings)
            .entrySet().stream()
                .map(setting -> setting.getKey() + '=' + setting.getValue() + '\n')
                .collect(Collectors.joining());
    entity.storedAt = at;
    return entity;
  }

  /**
   * @throws IllegalStateException if the other one has the same version, and other settings
   */
  void requireSame(ModelEntity other) {
    if (!settings.equals(other.settings)) {
      throw new IllegalStateException(
          "Model %s has been used with other settings; a changed model needs a version of its own"
              .formatted(version));
    }
  }
}
