package io.minigram.insights.content;

import io.minigram.insights.calendar.ChiSquare;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** At which hours of the day it is best to post. */
@Description("At which hours of the day it is best to post, such as at 2 o'clock.")
public record PostingHours(
    @NonNull @Description("The time zone of the hours, such as Europe/Berlin.") String timeZone,
    @Description("Highly engaged photos, such as 250.") long engagedPhotos,
    @Description("All photos, such as 25000.") long photos,
    @Description("engagedPhotos / photos, such as 0.01; null if there are no photos.") Double rate,
    @NonNull
        @Description(
            "The hours with the highest rate, such as 2; none if no photo is highly engaged. Do not"
                + " follow them unless the differences are more than chance: see evenness.")
        List<@NonNull Integer> best,
    @NonNull
        @Description(
            "The hours with the lowest rate, of those in which anything was posted, such as 12 and"
                + " 21; none if no photo is highly engaged.")
        List<@NonNull Integer> worst,
    @NonNull @Description("All 24 hours in order, such as 00:00 first.")
        List<@NonNull EngagedHour> hours,
    @Description(
            "Whether the hours differ by more than chance, such as a pValue of 0.6 for no; null if"
                + " fewer than two hours could hold a highly engaged photo.")
        ChiSquare evenness) {

  static PostingHours of(String timeZone, List<EngagedHour> hours) {
    long engagedPhotos = hours.stream().mapToLong(EngagedHour::engagedPhotos).sum();
    long photos = hours.stream().mapToLong(EngagedHour::photos).sum();
    return new PostingHours(
        timeZone,
        engagedPhotos,
        photos,
        photos == 0 ? null : (double) engagedPhotos / photos,
        engagedPhotos == 0 ? List.of() : extreme(hours, Comparator.reverseOrder()),
        engagedPhotos == 0 ? List.of() : extreme(hours, Comparator.naturalOrder()),
        hours,
        ChiSquare.of(
            hours.stream().mapToDouble(EngagedHour::expectedEngagedPhotos).toArray(),
            hours.stream().mapToLong(EngagedHour::engagedPhotos).toArray()));
  }

  /** The hours whose rate is the first in the order. */
  private static List<Integer> extreme(List<EngagedHour> hours, Comparator<Double> order) {
    var first = hours.stream().map(EngagedHour::rate).filter(Objects::nonNull).min(order);
    return hours.stream()
        .filter(hour -> first.isPresent() && first.get().equals(hour.rate()))
        .map(EngagedHour::hour)
        .toList();
  }
}
