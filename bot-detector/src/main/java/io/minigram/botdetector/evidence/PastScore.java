package io.minigram.botdetector.evidence;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The score of an account in one run.")
public record PastScore(
    @Description("The run.") @Id @NonNull String runId,
    @Description("When that had scored, UTC.") @NonNull Instant at,
    @Description("The probability that it is a bot, as that run saw it.") double score) {}
