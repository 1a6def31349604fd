/**
 * Networks with known bots in them, and how well a ranking of accounts finds these.
 *
 * <p>Bots are made out of users of a generated network who are drawn at random, so that ids, names
 * and registrations tell nothing about who is one; rows of events are shuffled.
 */
package io.minigram.workbench.bench.detection;
