package io.minigram.workbench.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.edge.identity.LocalIdentity;
import io.minigram.workbench.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {

  @TempDir private Path data;

  @Test
  void printsATokenAndNothingElse() throws Exception {
    LocalIdentity.keptIn(data.resolve("identity"));

    var run = token("moderator");

    assertThat(run.stdout()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    assertThat(run.exitCode()).isZero();
    var claims = claims(run.stdout());
    assertThat(claims.get("groups")).hasToString("[\"moderator\"]");
    assertThat(claims.get("iss").asText()).isEqualTo("urn:minigram:local");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(8 * 60 * 60);
  }

  @ParameterizedTest
  @CsvSource({"90s,90", "30m,1800", "12h,43200", "30d,2592000"})
  void isValidAsLongAsAsked(String validity, long seconds) throws Exception {
    LocalIdentity.keptIn(data.resolve("identity"));

    var claims = claims(token("viewer", "--valid=" + validity).stdout());

    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "31d", "721h", "8", "-1h", "soon", "99999999999999999999d"})
  void aValidityOutOfBoundsIsWrongUsage(String validity) throws Exception {
    LocalIdentity.keptIn(data.resolve("identity"));

    var run = token("viewer", "--valid=" + validity);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).containsAnyOf("valid for 1s to 30d", "not a duration such as 30m");
  }

  @Test
  void anUnknownRoleIsToldTheKnownOnes() throws Exception {
    LocalIdentity.keptIn(data.resolve("identity"));

    var run = token("owner");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output())
        .contains("There is no role 'owner', only viewer, ingestor, moderator, admin");
  }

  @Test
  void withoutKeysItSaysWhoMakesThem() throws Exception {
    var run = token("viewer");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("There are no keys in " + data, "workbench up", "--data")
        .doesNotContain("\tat ");
    assertThat(data.resolve("identity")).doesNotExist();
  }

  private ChildJvm token(String role, String... options) throws Exception {
    var arguments = new ArrayList<>(List.of("token", role, "--data", data.toString()));
    arguments.addAll(List.of(options));
    return ChildJvm.workbench("64m", arguments.toArray(String[]::new));
  }

  private static JsonNode claims(String token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
