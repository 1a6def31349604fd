package io.minigram.workbench.network;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;

/** Addresses of pictures that do not exist, on a host that by its name never will (RFC 2606). */
final class ImageAddresses {

  private static final byte[] START = "https://images.example/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = ".jpg".getBytes(StandardCharsets.US_ASCII);
  private static final int SHORTEST_SIDE = 200;
  private static final int LONGEST_SIDE = 1080;

  private final UniformRandomProvider random;

  ImageAddresses(UniformRandomProvider random) {
    this.random = random;
  }

  void write(long photo, RowWriter out) {
    out.text(START).append(side()).append((byte) 'x').append(side());
    out.append((byte) '/').append(photo).append(END);
  }

  private long side() {
    return random.nextInt(SHORTEST_SIDE, LONGEST_SIDE + 1);
  }
}
