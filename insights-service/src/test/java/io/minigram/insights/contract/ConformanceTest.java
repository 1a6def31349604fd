package io.minigram.insights.contract;

import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.workbench.testing.HttpAudits;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@InsightsTest
class ConformanceTest {

  @TestHTTPResource("/")
  URI service;

  @TestFactory
  Stream<DynamicTest> speaksGraphQLOverHttpAsItsSpecificationHasIt() {
    return HttpAudits.of(service, TestUsers.token(Roles.VIEWER));
  }
}
