package io.minigram.insights.calendar;

import io.minigram.insights.definitions.SuspectRule;
import io.minigram.insights.definitions.UserSet;

/**
 * Whose events a request asks for.
 *
 * @param bots what becomes of the events by suspects
 * @param suspects who is suspected
 * @param cohort whose events; null: everyone's
 */
public record Whose(Bots bots, SuspectRule suspects, UserSet cohort) {}
