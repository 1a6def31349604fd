package io.minigram.workbench.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a service's GraphQL schema in {@code schema.graphql} beside its pom, so changes are seen.
 */
public final class SchemaSnapshot {

  private static final Path COMMITTED = Path.of("schema.graphql");

  private SchemaSnapshot() {}

  /**
   * Fails if the served schema is not the committed one, and leaves the served one in {@code
   * target/schema.graphql}, to be looked at and copied.
   */
  public static void check(String served) {
    try {
      var actual = Path.of("target", "schema.graphql");
      Files.writeString(actual, served);
      var committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
      if (!committed.strip().equals(served.strip())) {
        throw new AssertionError(
            "The GraphQL schema has changed. If that is meant: cp "
                + actual.toAbsolutePath()
                + " "
                + COMMITTED.toAbsolutePath());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
