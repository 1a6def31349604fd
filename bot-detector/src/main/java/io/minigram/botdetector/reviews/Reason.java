package io.minigram.botdetector.reviews;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What one signal added to a score, and why.")
public record Reason(
    @Description("Name of the signal, such as LIKED_SHARE: the share of all photos liked.") @NonNull
        String signal,
    @Description("What the signal measured.") double value,
    @Description("What it added to the log odds of a bot: 0.69 doubles the odds. Not negative.")
        double contribution,
    @Description("The measurement in words.") @NonNull String sentence) {}
