package io.minigram.edge.context;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Gives a piece of work a Vert.x context of its own.
 *
 * <p>GraphQL resolves sibling fields at the same time and on one context, and Hibernate Reactive
 * keeps its session in the context: without this, siblings would share a session, which is not
 * safe.
 */
public final class OwnContext {

  private OwnContext() {}

  /** Runs the work on a new duplicated context, on the event loop of the caller if it is on one. */
  public static <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            result -> {
              Context own = VertxContext.createNewDuplicatedContext(callerOrNewContext());
              VertxContextSafetyToggle.setContextSafe(own, true);
              own.runOnContext(
                  ignored ->
                      Uni.createFrom()
                          .<T>deferred(work::get)
                          .subscribe()
                          .with(result::complete, result::fail));
            });
  }

  private static Context callerOrNewContext() {
    var current = Vertx.currentContext();
    return current == null
        ? io.quarkus.arc.Arc.container().instance(Vertx.class).get().getOrCreateContext()
        : current;
  }
}
