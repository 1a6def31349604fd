package io.minigram.insights.transactions;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Which facts an answer knows. */
@Description("Which facts an answer knows. All of an operation is answered as of the same version.")
public record AsOf(
    @Description(
            "Number of the version, such as 42. Two answers with the same number and arguments are"
                + " the same.")
        long version,
    @NonNull
        @Description(
            "Everything committed before this is in, UTC, such as 2026-05-01T12:00:00Z; some of"
                + " what was committed later may be.")
        OffsetDateTime time) {}
