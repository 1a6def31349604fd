package io.minigram.workbench.bench;

/**
 * How long the answers to a question took over HTTP, in milliseconds.
 *
 * @param hasDefaults whether it was asked with default arguments
 * @param worked worked out each time
 * @param cached as it was kept
 * @param plain by plain SQL over the facts; infinite if that was given up, null if there is none
 */
record QuestionTimes(
    String name, boolean hasDefaults, Latencies worked, Latencies cached, Double plain) {}
