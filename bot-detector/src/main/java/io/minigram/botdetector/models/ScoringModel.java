package io.minigram.botdetector.models;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "How measurements become scores. A model never changes; a changed one has a new version.")
public record ScoringModel(
    @Description("Tells models apart, such as 1.") @NonNull String version,
    @Description("When a run used it first, UTC.") @NonNull Instant storedAt,
    @Description("Everything that decides, in the order of names.") @NonNull
        List<@NonNull Setting> settings) {}
