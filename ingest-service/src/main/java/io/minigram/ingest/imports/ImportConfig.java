package io.minigram.ingest.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How imports are cut and bounded. */
@ConfigMapping(prefix = "minigram.imports")
interface ImportConfig {

  /** Rows of a batch, which is one transaction. */
  @WithDefault("20000")
  @Min(1)
  @Max(100_000)
  int batchRows();

  /** Batches of one import that are written side by side, each on a connection of its own. */
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int writers();

  /** Imports that run at the same time; one more is sent away with 503. */
  @WithDefault("4")
  @Min(1)
  @Max(64)
  int sideBySide();

  /** Characters of the longest text that is taken. */
  @WithDefault("10000")
  @Min(1)
  int maxTextLength();

  /** Bytes of the longest row. */
  @WithDefault("1048576")
  @Min(1024)
  @Max(64 * 1024 * 1024)
  int maxRowBytes();

  /** Bytes of the largest body, unpacked. */
  @WithDefault("68719476736")
  @Min(1)
  long maxBodyBytes();

  /**
   * How long a body is waited for, in all, before it must have brought {@link
   * #leastBytesInPatience}; the time that the database takes does not count. Shorter than {@code
   * quarkus.http.read-timeout}, which closes the connection without an answer.
   */
  @WithDefault("60s")
  Duration patience();

  /** Bytes of a body, as they are sent, that must arrive in each window of patience. */
  @WithDefault("60000")
  @Min(0)
  long leastBytesInPatience();

  /** Refused rows that an answer shows; all of them are at {@code /imports/{id}/rejects}. */
  @WithDefault("100")
  @Min(0)
  @Max(10_000)
  int shownRejects();

  /** How long refused rows can be downloaded, and a key keeps its import. */
  @WithDefault("7d")
  Duration kept();
}
