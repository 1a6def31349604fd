package io.minigram.botdetector.scoring.network;

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

  public int size() {
    return authors.length;
  }

  /** A number for the first three words. */
  public static int opening(String comment) {
    return number(comment, false);
  }

  /** A number for the last three words. */
  public static int closing(String comment) {
    return number(comment, true);
  }

  /** What templates vary first, names, numbers, punctuation and case, is left out. */
  private static int number(String comment, boolean closing) {
    var words = new int[WORDS];
    int count = 0;
    int end;
    for (int start = 0; start < comment.length(); start = end + 1) {
      end = start;
      boolean hasDigit = false;
      while (end < comment.length() && !Character.isWhitespace(comment.charAt(end))) {
        hasDigit |= Character.isDigit(comment.charAt(end));
        end++;
      }
      int word = 0;
      for (int place = start; !hasDigit && place <= end; place++) {
        char next = place < end ? comment.charAt(place) : ' ';
        if (Character.isLetter(next)) {
          word = 31 * word + Character.toLowerCase(next);
        } else {
          if (word != 0 && (closing || count < WORDS)) {
            words[count++ % WORDS] = word;
          }
          word = 0;
          if (next == '@' || next == '#') {
            break;
          }
        }
      }
    }
    return count < WORDS ? 0 : number(words, count);
  }

  private static int number(int[] words, int count) {
    int number = 1;
    for (int word = count; word < count + WORDS; word++) {
      number = (number ^ words[word % WORDS]) * MULTIPLIER;
    }
    return number == 0 ? 1 : number;
  }
}
