package io.minigram.ingest.rows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** A row that is not read from a body: its fields are given, and checked then. */
public final class GivenRow implements Row {

  private static final byte[] NOTHING_SENT = {};

  private final ChangeType type;
  private final RowLimits limits;
  private final FieldText text;
  private final Map<Column, Long> numbers = new EnumMap<>(Column.class);
  private final Map<Column, String> texts = new EnumMap<>(Column.class);
  private long line;

  public GivenRow(ChangeType type, RowLimits limits) {
    this.type = type;
    this.limits = limits;
    this.text = new FieldText(limits.textLength());
  }

  /** An id, written in digits. */
  public GivenRow with(Column column, String value) throws RowException {
    if (column.type() == Column.Type.TEXT) {
      texts.put(column, text.check(value, column.property()));
    } else {
      var digits = value.getBytes(StandardCharsets.UTF_8);
      numbers.put(column, FieldText.id(digits, 0, digits.length, column.property()));
    }
    return this;
  }

  public GivenRow with(Column column, long id) {
    numbers.put(column, id);
    return this;
  }

  public GivenRow with(Column column, Instant time) throws RowException {
    long micros;
    try {
      micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    } catch (ArithmeticException e) {
      throw EventTime.bad();
    }
    numbers.put(column, limits.checkTime(EventTime.checkYear(micros), column.property()));
    return this;
  }

  /** Takes a field away, so that it can be given again. */
  public void without(Column column) {
    numbers.remove(column);
    texts.remove(column);
  }

  /** Gives the row its place among others. */
  public GivenRow at(long place) {
    this.line = place;
    return this;
  }

  /** What the row's fields are checked against. */
  public RowLimits limits() {
    return limits;
  }

  public boolean has(Column column) {
    return numbers.containsKey(column) || texts.containsKey(column);
  }

  @Override
  public ChangeType type() {
    return type;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public byte[] original() {
    return NOTHING_SENT;
  }

  @Override
  public long id(Column column) {
    return numbers.get(column);
  }

  @Override
  public String text(Column column) {
    return texts.get(column);
  }

  @Override
  public long time(Column column) {
    return numbers.get(column);
  }
}
