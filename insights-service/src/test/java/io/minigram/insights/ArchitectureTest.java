package io.minigram.insights;

import io.minigram.workbench.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void structureHolds() {
    ArchitectureRules.check("io.minigram.insights");
  }
}
