package io.minigram.botdetector.rings;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Accounts that act together, again and again, as one run found them.")
public record Ring(
    @Description("Names the ring: its run, and its number in that, such as 12-1.") @Id @NonNull
        String id,
    @Description("The run that found it.") @Id @NonNull String runId,
    @Description("Accounts in it.") int memberCount,
    @Description("Photos that at least two of them liked or commented.") int photos,
    @Description("Accounts that at least two of them follow.") int follows,
    @Description("When they began to do so, UTC.") @NonNull Instant firstAt,
    @Description("When they did so last, UTC.") @NonNull Instant lastAt) {}
