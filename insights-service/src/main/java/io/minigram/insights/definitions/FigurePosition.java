package io.minigram.insights.definitions;

/**
 * A place in a list of users that is ordered by a figure and then by id.
 *
 * @param value the figure
 * @param id the user's id
 */
public record FigurePosition(double value, long id) {

  /** Reads what {@link #toString} has written. */
  public static FigurePosition parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no colon");
    }
    return new FigurePosition(
        Double.parseDouble(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  /** Exactly, in ASCII. */
  @Override
  public String toString() {
    return value + ":" + id;
  }
}
