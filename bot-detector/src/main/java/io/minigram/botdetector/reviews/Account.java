package io.minigram.botdetector.reviews;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An account as moderators see it, flagged or not.")
public record Account(
    @Description("Id of the account.") @Id @NonNull String id,
    @Description("Its name; null if the account is gone.") String username,
    @Description(
            """
            The probability that it is a bot, as the last run that flagged it saw it, or the latest \
            run if none did; null if it was too low to be stored.\
            """)
        Double score,
    @Description("What the score is made of, the largest part first.") @NonNull
        List<@NonNull Reason> reasons,
    @Description("Where its review stands; null if neither the latest run nor anybody flagged it.")
        ReviewState state,
    @Description("Counts what has happened to its case; to be given with the next call.")
        int version,
    @Description("While open: the subject of the moderator who flagged it; null if a run did.")
        String flaggedBy,
    @Description("When the decision that stands was made, UTC; null while open.") Instant decidedAt,
    @Description(
            """
            The subject of the moderator who made it; null while open, and of decisions from before \
            that was kept.\
            """)
        String decidedBy,
    @Description("What the moderator wrote with that decision or, while open, flag.") String note,
    @Description("The run that score and reasons are of; null without a score.") @Id
        String runId) {}
