package io.minigram.workbench.network;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Short comments such as "What a lovely view!". */
final class Sentences {

  private static final byte[][] OPENINGS =
      Words.of(
          List.of(
              "What a",
              "Such a",
              "That is a",
              "This is a",
              "Wow what a",
              "Looks like a",
              "Thanks for this",
              "I needed this",
              "Nobody else posts such a",
              "There it is: a",
              "My favourite of yours: a",
              "Saving this",
              "Who else sees a",
              "Finally a"));
  private static final byte[][] QUALITIES =
      Words.of(
          List.of(
              "lovely",
              "great",
              "beautiful",
              "perfect",
              "cosy",
              "wonderful",
              "funny",
              "stunning",
              "fresh",
              "bright",
              "calm",
              "wild",
              "dreamy",
              "colourful",
              "simple",
              "bold",
              "sweet",
              "très chic",
              "brilliant",
              "quiet"));
  private static final byte[][] THINGS =
      Words.of(
          List.of(
              "shot",
              "photo",
              "view",
              "moment",
              "mood",
              "place",
              "idea",
              "scene",
              "smile",
              "story",
              "memory",
              "light",
              "look",
              "composition",
              "day",
              "find",
              "angle",
              "post"));
  private static final byte[][] ENDINGS =
      Words.of(List.of("!", "!!", ".", "...", " :)", " 😍", " 👏", "", " - more please!", "?!"));

  void write(UniformRandomProvider random, RowWriter out) {
    out.text(any(OPENINGS, random))
        .append((byte) ' ')
        .append(any(QUALITIES, random))
        .append((byte) ' ')
        .append(any(THINGS, random))
        .append(any(ENDINGS, random));
  }

  private static byte[] any(byte[][] words, UniformRandomProvider random) {
    return words[random.nextInt(words.length)];
  }
}
