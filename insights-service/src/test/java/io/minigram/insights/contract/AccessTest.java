package io.minigram.insights.contract;

import io.minigram.insights.InsightsTest;
import io.minigram.workbench.testing.access.AccessContract;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;

@InsightsTest
class AccessTest extends AccessContract {

  @Inject Router router;

  @Override
  protected Router router() {
    return router;
  }
}
