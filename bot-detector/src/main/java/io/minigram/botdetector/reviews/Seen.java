package io.minigram.botdetector.reviews;

import java.math.BigDecimal;

/**
 * What a moderator sees of an account who is about to do something with it.
 *
 * @param registered whether the account is there
 * @param flagged whether it stands flagged
 * @param runId the run whose score is shown; null if none is stored
 * @param score that score
 */
record Seen(boolean registered, boolean flagged, Long runId, BigDecimal score) {}
