package io.minigram.workbench.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2024-12-31 23:59:59}, the same with a {@code T}, or a date alone. */
abstract sealed class MomentReader implements ITypeConverter<LocalDateTime> {

  private final LocalTime ofDateAlone;

  private MomentReader(LocalTime ofDateAlone) {
    this.ofDateAlone = ofDateAlone;
  }

  @Override
  public LocalDateTime convert(String written) {
    try {
      return written.length() <= "2024-12-31".length()
          ? LocalDate.parse(written).atTime(ofDateAlone)
          : LocalDateTime.parse(written.replace(' ', 'T')).withNano(0);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is not a time such as 2024-12-31 or '2024-12-31 23:59:59'".formatted(written));
    }
  }

  static final class FirstOfDay extends MomentReader {
    FirstOfDay() {
      super(LocalTime.MIDNIGHT);
    }
  }

  static final class LastOfDay extends MomentReader {
    LastOfDay() {
      super(LocalTime.of(23, 59, 59));
    }
  }
}
