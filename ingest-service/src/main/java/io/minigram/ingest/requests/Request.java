package io.minigram.ingest.requests;

/**
 * A request that its sender has named.
 *
 * @param caller the subject who sent it; a key is his own
 * @param operation what he asked for, such as {@code like}
 * @param key what he called it
 * @param fingerprint SHA-256 of its arguments
 */
public record Request(String caller, String operation, String key, byte[] fingerprint) {

  /** What makes it the same request. */
  public record Name(String caller, String operation, String key) {}

  public Name name() {
    return new Name(caller, operation, key);
  }
}
