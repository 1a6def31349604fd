package io.minigram.ingest.rows;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of what has been read of a body so far, if somebody wants to know. */
public final class BodyDigest {

  private static final byte[] NOTHING = {};

  private final MessageDigest running;

  private BodyDigest(MessageDigest running) {
    this.running = running;
  }

  /** Costs nothing, and knows nothing: its value is empty. */
  public static BodyDigest none() {
    return new BodyDigest(null);
  }

  /** A digest that is taken. */
  public static BodyDigest sha256() {
    try {
      return new BodyDigest(MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  void update(byte[] bytes, int from, int count) {
    if (running != null) {
      running.update(bytes, from, count);
    }
  }

  /** The digest up to here; it goes on afterwards. */
  byte[] value() {
    if (running == null) {
      return NOTHING;
    }
    try {
      return ((MessageDigest) running.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of the JDK can be cloned", e);
    }
  }
}
