package io.minigram.insights.content;

/**
 * Where a page of photos begins.
 *
 * @param value what the order goes by
 * @param id of the photo before, since values can be equal
 */
record PhotoPosition(long value, long id) {

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static PhotoPosition parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(text);
    }
    return new PhotoPosition(
        Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return value + ":" + id;
  }
}
