package io.minigram.botdetector.runs;

/**
 * How much of the facts was there. Batch ids have gaps and no order, so a late batch can have a low
 * id: both numbers together tell whether something has come.
 */
record Watermark(long batches, long highestBatch) {}
