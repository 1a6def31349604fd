package io.minigram.botdetector.models;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Keeps the models that runs use. */
@ApplicationScoped
public class ModelRepository {

  ModelRepository() {}

  /**
   * Stores a model, unless it is there; joins the transaction of the run that uses it.
   *
   * <p>Fails with an {@link IllegalStateException} if its version is there with other settings.
   */
  public Uni<Void> store(Map<String, String> settings, Instant at) {
    var model = ModelEntity.of(settings, at);
    return ModelEntity.<ModelEntity>findById(model.version)
        .flatMap(
            stored -> {
              if (stored == null) {
                return model.persist().replaceWithVoid();
              }
              stored.requireSame(model);
              return Uni.createFrom().voidItem();
            });
  }
}
