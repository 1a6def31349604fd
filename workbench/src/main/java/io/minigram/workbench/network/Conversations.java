package io.minigram.workbench.network;

import java.io.IOException;
import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The comments by everyone, photo by photo: each photo that was hit by a draw gets round(|N(mean,
 * deviation)|) of them. The numbers are drawn twice from the same stream, once to know their sum
 * and once to use them, since a list of them would not fit into memory.
 */
final class Conversations {

  private final NetworkParameters parameters;
  private final Streams streams;
  private final BitSet hit = new BitSet();
  private final long comments;

  Conversations(NetworkParameters parameters, Streams streams) {
    this.parameters = parameters;
    this.streams = streams;
    var hits = streams.of("commented photos");
    for (long draw = 0; draw < parameters.commentDraws(); draw++) {
      hit.set(hits.nextInt(parameters.photos()));
    }
    var counts = counts();
    long sum = 0;
    for (int photo = hit.nextSetBit(0); photo >= 0; photo = hit.nextSetBit(photo + 1)) {
      sum += count(counts);
    }
    this.comments = sum;
  }

  long comments() {
    return comments;
  }

  /** Gives all comments once, each by a user at random. */
  Mixture.Draw fromTheStart() {
    return new Cursor();
  }

  private UniformRandomProvider counts() {
    return streams.of("comments a photo");
  }

  /** StrictMath gives the same result on every machine; Box and Muller's method. */
  private long count(UniformRandomProvider random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    double normal = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    return Math.round(Math.abs(parameters.commentMean() + parameters.commentDeviation() * normal));
  }

  private final class Cursor implements Mixture.Draw {

    private final UniformRandomProvider counts = counts();
    private int photo = -1;
    private long left;

    @Override
    public void next(UniformRandomProvider random, Action action) throws IOException {
      while (left == 0) {
        photo = hit.nextSetBit(photo + 1);
        left = count(counts);
      }
      left--;
      action.of(random.nextInt(parameters.users()), photo);
    }
  }
}
