package io.minigram.ingest.imports;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A refused line of an import.
 *
 * @param line where the row starts in the file, from 1 (the header)
 */
@Description("A refused line of an import.")
public record RejectedLine(
    @Description("Where the row starts in the file; the header is line 1.") long line,
    @NonNull @Description("Why, for machines.") RejectCode code,
    @NonNull @Description("Why, for people.") String reason) {}
