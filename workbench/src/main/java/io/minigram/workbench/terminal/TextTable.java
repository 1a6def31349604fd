package io.minigram.workbench.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for reading: numbers on the right with thousands separators, text on the left. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<String> header;
  private final List<List<Object>> rows = new ArrayList<>();

  public TextTable(String... header) {
    this.header = List.of(header);
  }

  /**
   * @param cells one a column; a floating point number is shown with two decimals
   */
  public TextTable row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.length, header.size()));
    }
    rows.add(List.of(cells));
    return this;
  }

  public void print(PrintStream out) {
    var widths = new int[header.size()];
    var numeric = new boolean[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = header.get(column).length();
      for (var row : rows) {
        widths[column] = Math.max(widths[column], text(row.get(column)).length());
        numeric[column] |= row.get(column) instanceof Number;
      }
    }
    out.println(line(header, widths, numeric));
    for (var row : rows) {
      out.println(line(row, widths, numeric));
    }
  }

  private static String line(List<?> cells, int[] widths, boolean[] numeric) {
    var line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      var text = text(cells.get(column));
      var padding = " ".repeat(widths[column] - text.length());
      line.append(column == 0 ? "" : GAP);
      line.append(numeric[column] ? padding + text : text + padding);
    }
    return line.toString().stripTrailing();
  }

  private static String text(Object cell) {
    if (cell instanceof Double || cell instanceof Float) {
      return String.format(Locale.ROOT, "%,.2f", cell);
    }
    return cell instanceof Number ? String.format(Locale.ROOT, "%,d", cell) : cell.toString();
  }
}
