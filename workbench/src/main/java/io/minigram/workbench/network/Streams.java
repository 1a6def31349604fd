package io.minigram.workbench.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent streams of random numbers, each named: what one table draws does not change what
 * another one draws.
 */
record Streams(long seed) {

  /** The stream's start: the same name always gives the same numbers. */
  UniformRandomProvider of(String name) {
    var state = ByteBuffer.wrap(digest(name)).asLongBuffer();
    var words = new long[state.remaining()];
    state.get(words);
    return RandomSource.XO_SHI_RO_256_PP.create(words);
  }

  private byte[] digest(String name) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      return sha.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
