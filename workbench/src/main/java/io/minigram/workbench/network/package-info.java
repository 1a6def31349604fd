/**
 * Makes synthetic networks by the process behind the published reports.
 *
 * <p>Random noise (uniform draws of follows, likes and comments) is mixed with planned actions:
 * bots that like a large share of all photos, and influencers with many followers, of whom some
 * like and some comment on everything. The same seed gives the same files, byte for byte, on any
 * machine: each table has its own stream of random numbers, and only exactly defined arithmetic is
 * used.
 */
package io.minigram.workbench.network;
