package io.minigram.ingest.imports;

import io.minigram.ingest.rows.Rows;
import java.util.Optional;

/**
 * An import as it is asked for.
 *
 * @param key under which it can be sent again
 * @param mayErase whether the caller may erase accounts
 */
record ImportRequest(
    ImportKind kind,
    Rows.Format format,
    Encoding encoding,
    String caller,
    Optional<String> key,
    boolean mayErase) {}
