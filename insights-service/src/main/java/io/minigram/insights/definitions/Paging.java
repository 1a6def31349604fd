package io.minigram.insights.definitions;

/** How every list that grows describes the arguments of its pages. */
public final class Paging {

  public static final String FIRST = "10";
  public static final String ABOUT_FIRST = "Entries wanted, 1 to 100, such as 10.";
  public static final String ABOUT_AFTER =
      "Cursor of the entry before the page, as in pageInfo.endCursor of the page before; left out"
          + " for the first page.";

  private Paging() {}
}
