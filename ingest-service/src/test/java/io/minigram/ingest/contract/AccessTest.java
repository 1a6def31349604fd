package io.minigram.ingest.contract;

import io.minigram.ingest.IngestTest;
import io.minigram.workbench.testing.access.AccessContract;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;

@IngestTest
class AccessTest extends AccessContract {

  @Inject Router router;

  @Override
  protected Router router() {
    return router;
  }
}
