package io.minigram.workbench.load;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A row that ingest-service refused.
 *
 * @param line in the file, counted from 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RejectedRow(long line, String code, String reason) {}
