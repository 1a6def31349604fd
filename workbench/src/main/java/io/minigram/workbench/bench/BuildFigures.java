package io.minigram.workbench.bench;

/**
 * What it took to bring a network in and to roll it up.
 *
 * @param importRate rows a second that ingest-service took while nobody rolled
 * @param importRateWhileRolling rows a second of the same kinds while the roller ran beside it
 * @param rollMicros microseconds a row that rolling took, over all rows; nothing was imported then
 * @param rollMicrosAtEnd the same, over the last rows only
 */
record BuildFigures(
    double importRate, double importRateWhileRolling, double rollMicros, double rollMicrosAtEnd) {

  /** The share of the import rate that the roller takes, 0 to 1. */
  double shareOfRoller() {
    return 1 - importRateWhileRolling / importRate;
  }
}
