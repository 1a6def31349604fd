package io.minigram.edge.error;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps refusals out of the log. SmallRye GraphQL logs every exception of a resolver as an error,
 * so that a client with a typing error could fill the disk and hide the errors that are ours.
 */
@LoggingFilter(name = "refusals")
public final class RefusalFilter implements Filter {

  @Override
  public boolean isLoggable(LogRecord entry) {
    return !(entry.getThrown() instanceof RequestException);
  }
}
