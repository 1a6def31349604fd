package io.minigram.workbench.network;

import java.io.IOException;

/** What becomes of a pair: who acts and on whom or what, both as indexes (an id less one). */
@FunctionalInterface
interface Action {

  void of(int actor, int target) throws IOException;
}
