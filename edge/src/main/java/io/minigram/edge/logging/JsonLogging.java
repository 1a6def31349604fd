package io.minigram.edge.logging;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Has the console written in JSON, if that is set. The extension of Quarkus for it would write the
 * handlers that have a format of their own in JSON as well, and so put the audit log's lines into
 * others. What is logged before this is text.
 */
@Singleton
final class JsonLogging {

  private final LogConfig config;

  JsonLogging(LogConfig config) {
    this.config = config;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    if (config.json()) {
      for (var handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
        if (handler instanceof ConsoleHandler) {
          handler.setFormatter(new JsonLines());
        }
      }
    }
  }
}
