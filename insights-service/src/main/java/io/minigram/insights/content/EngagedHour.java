package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;

/** The photos posted in an hour of the day. */
@Description("The photos posted in an hour of the day, all days together, such as at 8 o'clock.")
public record EngagedHour(
    @Description("Hour of the day in the time zone, 0 to 23, such as 8 for 08:00 to 08:59.")
        int hour,
    @Description("Highly engaged photos posted in it, such as 14.") long engagedPhotos,
    @Description("All photos posted in it, such as 1062.") long photos,
    @Description("engagedPhotos / photos, such as 0.0132; null if no photo was posted in it.")
        Double rate,
    @Description(
            "Highly engaged photos that would be posted in it if the hour made no difference, such"
                + " as 10.6: the hour's share of all photos.")
        double expectedEngagedPhotos) {}
