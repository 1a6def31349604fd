package io.minigram.ingest.removals;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An account or photo that was removed for good. */
@Description("An account or photo that was removed for good.")
public record Removal(
    @NonNull @Description("What it was.") RemovalTarget target,
    @Id @NonNull @Description("Its id, which is not given again.") String id,
    @NonNull @Description("How far it is.") RemovalState state,
    @NonNull @Description("When it was asked for.") OffsetDateTime requestedAt,
    @Description("Since when nothing is left; null before that.") OffsetDateTime finishedAt) {}
