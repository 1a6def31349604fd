package io.minigram.botdetector.reviews;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An account that the latest run flagged, or that a moderator has decided on.")
public record FlaggedAccount(
    @Description("Id of the account.") @Id @NonNull String id,
    @Description("Its name; null if the account is gone.") String username,
    @Description("The probability that it is a bot, as the last run that flagged it saw it.")
        double score,
    @Description("What the score is made of, the largest part first.") @NonNull
        List<@NonNull Reason> reasons,
    @Description("Where its review stands.") @NonNull ReviewState state,
    @Description("Counts the decisions on it; to be given with the next one.") int version,
    @Description("When the decision that stands was made, UTC; null while open.") Instant decidedAt,
    @Description("What the moderator wrote with that decision.") String note,
    @Description("The last run that flagged it; score and reasons are that run's.") @Id @NonNull
        String runId) {}
