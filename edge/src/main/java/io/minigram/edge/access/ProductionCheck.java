package io.minigram.edge.access;

import io.minigram.edge.identity.LocalIdentity;
import io.quarkus.oidc.Oidc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Lets no service start with what is meant for a laptop: everything that is missing or not safe is
 * said at once, and the process ends with exit code 1. The profile {@code local} is let off, and
 * answers on this machine only.
 */
@Singleton
final class ProductionCheck {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final Set<String> DEFAULT_PASSWORDS =
      Set.of(
          "postgres",
          "password",
          "passw0rd",
          "changeme",
          "change-me",
          "secret",
          "minigram",
          "admin",
          "quarkus",
          "test",
          "123456",
          "12345678");

  private final Config config;

  ProductionCheck(Config config) {
    this.config = config;
  }

  /** Runs when identities are set up, which is before the first connection is taken. */
  void check(@Observes Oidc identities) {
    if (LaunchMode.current() != LaunchMode.NORMAL || ConfigUtils.isProfileActive("migrate")) {
      return;
    }
    var problems = ConfigUtils.isProfileActive("local") ? localProblems() : problems();
    if (!problems.isEmpty()) {
      throw new PreventFurtherStepsException(
          "This service does not start, because\n  - " + String.join("\n  - ", problems), 1);
    }
  }

  private List<String> localProblems() {
    var host = value("quarkus.http.host");
    return LOOPBACK.contains(host)
        ? List.of()
        : List.of(
            "the profile local answers on this machine only, and QUARKUS_HTTP_HOST is \"%s\""
                .formatted(host));
  }

  private List<String> problems() {
    var problems = new ArrayList<String>();
    if (value("quarkus.oidc.auth-server-url").isEmpty()) {
      problems.add(
          "no issuer of tokens is configured: set QUARKUS_OIDC_AUTH_SERVER_URL to the address of"
              + " your OpenID Connect provider");
    }
    if (!value("quarkus.oidc.public-key").isEmpty()
        || value("quarkus.oidc.token.issuer").equals(LocalIdentity.ISSUER)) {
      problems.add(
          "it would take the tokens of a local run: unset QUARKUS_OIDC_PUBLIC_KEY, and set"
              + " QUARKUS_OIDC_TOKEN_ISSUER to your provider's issuer or not at all");
    }
    if (value("quarkus.oidc.token.issuer").equals("any")) {
      problems.add(
          "it would take tokens of any issuer: unset QUARKUS_OIDC_TOKEN_ISSUER, or name yours");
    }
    if (Set.of("", "any").contains(value("quarkus.oidc.token.audience"))) {
      problems.add(
          "it would take tokens that are meant for others: set QUARKUS_OIDC_TOKEN_AUDIENCE");
    }
    var password = value("quarkus.datasource.password");
    if (password.isEmpty()) {
      problems.add("QUARKUS_DATASOURCE_PASSWORD is missing");
    } else if (isDefault(password)) {
      problems.add(
          "QUARKUS_DATASOURCE_PASSWORD is a password that everyone tries first: choose another");
    }
    return problems;
  }

  private boolean isDefault(String password) {
    var candidate = password.toLowerCase(Locale.ROOT);
    return DEFAULT_PASSWORDS.contains(candidate)
        || candidate.equals(value("quarkus.datasource.username"))
        || candidate.equals(value("quarkus.application.name"));
  }

  private String value(String name) {
    return config.getOptionalValue(name, String.class).orElse("").strip();
  }
}
