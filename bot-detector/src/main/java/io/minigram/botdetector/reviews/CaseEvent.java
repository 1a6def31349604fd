package io.minigram.botdetector.reviews;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Something that happened to the case of an account. It is never changed.")
public record CaseEvent(
    @Description("The version that it gave the case.") int version,
    @Description("What happened.") @NonNull CaseEventKind kind,
    @Description("When, UTC.") @NonNull Instant happenedAt,
    @Description(
            """
            Whose doing it was, by the subject of the token; null if it was the run's, and of \
            decisions from before that was kept.\
            """)
        String actor,
    @Description("Where the review stood before; null if there was no case.") ReviewState fromState,
    @Description("Where it stood afterwards.") @NonNull ReviewState toState,
    @Description("The version of the decision that was undone; null if nothing was.")
        Integer undoneVersion,
    @Description("The run that flagged, or whose score was shown; null without a score.") @Id
        String runId,
    @Description("The score in that run.") Double score,
    @Description("What the moderator wrote; null as well once the account is erased.")
        String note) {}
