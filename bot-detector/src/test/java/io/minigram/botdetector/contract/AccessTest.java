package io.minigram.botdetector.contract;

import io.minigram.botdetector.DetectorTest;
import io.minigram.workbench.testing.access.AccessContract;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;

@DetectorTest
class AccessTest extends AccessContract {

  @Inject Router router;

  @Override
  protected Router router() {
    return router;
  }
}
