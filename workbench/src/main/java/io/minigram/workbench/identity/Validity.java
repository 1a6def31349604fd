package io.minigram.workbench.identity;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 90s}, {@code 30m}, {@code 8h} and {@code 7d}. */
final class Validity implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(?<number>\\d{1,9})(?<unit>[smhd])");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  @Override
  public Duration convert(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException("'%s' is not a duration such as 30m or 8h".formatted(text));
    }
    return Duration.of(Long.parseLong(form.group("number")), UNITS.get(form.group("unit")));
  }
}
