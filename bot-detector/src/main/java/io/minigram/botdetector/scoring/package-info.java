/**
 * Scores all accounts of a network at once, from columns of events.
 *
 * <p>Accounts, photos and moments are {@code int}s: accounts and photos are indexes from 0 on,
 * photos ordered by owner, moments are seconds since {@link
 * io.minigram.botdetector.scoring.Network#EPOCH}. Signals measure, a {@link
 * io.minigram.botdetector.scoring.Model} turns measurements into a score. Everything here is pure:
 * the same events give the same scores, wherever they come from and in whatever order the rows
 * were.
 */
package io.minigram.botdetector.scoring;
