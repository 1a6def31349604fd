package io.minigram.insights.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * Stretches of time taken apart into whole UTC days, which are counted already, and what is left.
 *
 * @param days on which the days of another stretch begin, ascending; last, the end
 * @param dayStretches the number of that stretch, {@link #NONE} between stretches and at the end
 * @param starts quarter-hours at which the pieces shorter than a day begin
 * @param ends quarter-hours before which they end
 * @param pieceStretches the number of the stretch that each is of
 */
record Pieces(
    List<Integer> days,
    List<Integer> dayStretches,
    List<Integer> starts,
    List<Integer> ends,
    List<Integer> pieceStretches) {

  private static final int NONE = -1;

  /** Takes stretches apart, in their order. */
  static final class Builder {

    private final List<Integer> days = new ArrayList<>();
    private final List<Integer> dayStretches = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Integer> pieceStretches = new ArrayList<>();
    private int daysEnd;

    void add(int stretch, int from, int to) {
      int firstDay = -Math.floorDiv(-from, QuarterHours.A_DAY);
      int lastDay = Math.floorDiv(to, QuarterHours.A_DAY);
      if (firstDay >= lastDay) {
        addPiece(stretch, from, to);
        return;
      }
      addPiece(stretch, from, firstDay * QuarterHours.A_DAY);
      addDays(stretch, firstDay, lastDay);
      addPiece(stretch, lastDay * QuarterHours.A_DAY, to);
    }

    private void addPiece(int stretch, int from, int to) {
      if (from < to) {
        starts.add(from);
        ends.add(to);
        pieceStretches.add(stretch);
      }
    }

    private void addDays(int stretch, int from, int to) {
      if (!days.isEmpty() && daysEnd < from) {
        closeDays();
      }
      days.add(from);
      dayStretches.add(stretch);
      daysEnd = to;
    }

    private void closeDays() {
      days.add(daysEnd);
      dayStretches.add(NONE);
    }

    Pieces build() {
      if (!days.isEmpty()) {
        closeDays();
      }
      return new Pieces(
          List.copyOf(days),
          List.copyOf(dayStretches),
          List.copyOf(starts),
          List.copyOf(ends),
          List.copyOf(pieceStretches));
    }
  }
}
