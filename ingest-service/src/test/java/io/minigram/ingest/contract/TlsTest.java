package io.minigram.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.minigram.workbench.testing.MiniGramDatabase;
import io.minigram.workbench.testing.TestCertificate;
import io.minigram.workbench.testing.TestUsers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TLS that ends at the service. */
@QuarkusTest
@TestProfile(TlsTest.WithTls.class)
class TlsTest {

  public static final class WithTls implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.insecure-requests", "redirect", "quarkus.http.test-ssl-port", "0");
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(MiniGramDatabase.class, Map.of("role", "INGEST_SERVICE")),
          new TestResourceEntry(TestUsers.class),
          new TestResourceEntry(TestCertificate.class));
    }
  }

  @TestHTTPResource(value = "/imports/1/rejects", tls = true)
  URL secure;

  @TestHTTPResource("/imports/1/rejects")
  URL plain;

  @Test
  void browsersAreToldToStayWithTls() {
    assertThat(secure.getProtocol()).isEqualTo("https");
    given()
        .relaxedHTTPSValidation()
        .when()
        .get(secure)
        .then()
        .statusCode(401)
        .header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"));
  }

  @Test
  void plainHttpLeadsThereAndPromisesNothing() {
    assertThat(plain.getProtocol()).isEqualTo("http");
    given()
        .redirects()
        .follow(false)
        .when()
        .get(plain)
        .then()
        .statusCode(301)
        .header("Location", startsWith("https://"))
        .header("Strict-Transport-Security", nullValue());
  }
}
