package io.minigram.botdetector.runs;

import io.minigram.botdetector.networks.ReadNetwork;

/** The facts that a run scores, all of one moment. */
record Facts(Watermark watermark, ReadNetwork network) {}
