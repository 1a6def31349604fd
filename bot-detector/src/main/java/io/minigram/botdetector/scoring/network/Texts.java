package io.minigram.botdetector.scoring.network;

import java.util.Locale;

/**
 * How each comment begins and ends, in columns with one entry a comment.
 *
 * @param authors who wrote it
 * @param openings a number for its first three words, 0 if it has fewer
 * @param closings a number for its last three words, 0 if it has fewer
 */
public record Texts(int[] authors, int[] openings, int[] closings) {

  private static final int WORDS = 3;
  private static final int MULTIPLIER = 0x01000193;

  public Texts {
    if (authors.length != openings.length || authors.length != closings.length) {
      throw new IllegalArgumentException("Columns differ in length");
    }
  }

  int size() {
    return authors.length;
  }

  /** A number for the first three words. */
  public static int opening(String comment) {
    var words = words(comment);
    return words.length < WORDS ? 0 : number(words, 0);
  }

  /** A number for the last three words. */
  public static int closing(String comment) {
    var words = words(comment);
    return words.length < WORDS ? 0 : number(words, words.length - WORDS);
  }

  /** What templates vary first, names, numbers, punctuation and case, is left out. */
  private static String[] words(String comment) {
    return comment
        .toLowerCase(Locale.ROOT)
        .replaceAll("[@#]\\S*|\\S*\\d\\S*", " ")
        .replaceAll("[^\\p{L}]+", " ")
        .strip()
        .split(" ");
  }

  private static int number(String[] words, int from) {
    int number = 1;
    for (int word = from; word < from + WORDS; word++) {
      number = (number ^ words[word].hashCode()) * MULTIPLIER;
    }
    return number == 0 ? 1 : number;
  }
}
