/** Benchmarks, run by hand: each compares two ways in one run. */
package io.minigram.workbench.bench;
