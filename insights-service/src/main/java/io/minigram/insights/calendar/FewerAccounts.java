package io.minigram.insights.calendar;

/**
 * Some accounts, or all others: whoever did less and so is counted faster. Everyone's events less
 * those of one side are those of the other.
 *
 * @param areOthers whether these are all others
 */
record FewerAccounts(Actors.Accounts accounts, boolean areOthers) {}
