package io.minigram.edge.access;

import io.minigram.edge.identity.LocalIdentity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Lets no service start with what is meant for a laptop. The profile {@code local} is let off, and
 * answers on this machine only.
 */
public final class ProductionCheck {

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

  private ProductionCheck(Config config) {
    this.config = config;
  }

  /**
   * Everything that is missing or not safe, each with the setting that mends it.
   *
   * @param config as the service would run with
   * @param profiles that are active
   * @return empty if the service may start
   */
  public static List<String> problems(Config config, List<String> profiles) {
    var check = new ProductionCheck(config);
    var problems = new ArrayList<String>();
    if (profiles.contains("local")) {
      check.addLocal(problems);
    } else {
      check.addIssuer(problems);
      check.addPassword(problems);
    }
    if (check.value("quarkus.datasource.reactive.url").isEmpty()) {
      problems.add(
          "QUARKUS_DATASOURCE_REACTIVE_URL is missing: set it to the address of the database, such"
              + " as postgresql://host:5432/minigram");
    }
    return problems;
  }

  private void addLocal(List<String> problems) {
    var host = value("quarkus.http.host");
    if (!LOOPBACK.contains(host)) {
      problems.add(
          "the profile local answers on this machine only, and QUARKUS_HTTP_HOST is %s: set it to"
                  .formatted(host.isEmpty() ? "not set" : '"' + host + '"')
              + " localhost, or do not set QUARKUS_PROFILE");
    }
    if (value("quarkus.oidc.public-key").isEmpty()) {
      problems.add("QUARKUS_OIDC_PUBLIC_KEY is missing: `workbench up` makes a key and sets it");
    }
  }

  private void addIssuer(List<String> problems) {
    var provider = value("quarkus.oidc.auth-server-url");
    if (provider.isEmpty()) {
      problems.add(
          "no issuer of tokens is configured: set QUARKUS_OIDC_AUTH_SERVER_URL to the address of"
              + " your OpenID Connect provider");
    } else if (isPlaceholder(provider)) {
      problems.add(
          "QUARKUS_OIDC_AUTH_SERVER_URL is still \"%s\": set it to the address of your OpenID"
                  .formatted(provider)
              + " Connect provider");
    }
    if (!value("quarkus.oidc.public-key").isEmpty()) {
      problems.add(
          "it would take the tokens of a local run, or of whoever has the key: unset"
              + " QUARKUS_OIDC_PUBLIC_KEY");
    }
    switch (value("quarkus.oidc.token.issuer")) {
      case LocalIdentity.ISSUER ->
          problems.add(
              "it would take the tokens of a local run: unset QUARKUS_OIDC_TOKEN_ISSUER, or set it"
                  + " to your provider's issuer");
      case "any" ->
          problems.add(
              "it would take tokens of any issuer: unset QUARKUS_OIDC_TOKEN_ISSUER, or set it to"
                  + " your provider's issuer");
      default -> {}
    }
    if (Set.of("", "any").contains(value("quarkus.oidc.token.audience"))) {
      problems.add(
          "it would take tokens that are meant for others: set QUARKUS_OIDC_TOKEN_AUDIENCE to what"
              + " your provider calls this system, or not at all (minigram)");
    }
  }

  private void addPassword(List<String> problems) {
    var password = value("quarkus.datasource.password");
    if (password.isEmpty()) {
      problems.add(
          "QUARKUS_DATASOURCE_PASSWORD is missing: set it to the password of the service's role");
    } else if (isDefault(password)) {
      problems.add(
          "QUARKUS_DATASOURCE_PASSWORD is a password that everyone tries first: choose another");
    }
  }

  /** RFC 6761: nobody can have such a name. */
  private static boolean isPlaceholder(String address) {
    try {
      var host = URI.create(address).getHost();
      return host != null && host.endsWith(".invalid");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isDefault(String password) {
    var candidate = password.toLowerCase(Locale.ROOT);
    // the role is called as the service, but for the hyphen
    return DEFAULT_PASSWORDS.contains(candidate)
        || candidate.replace('-', '_').equals(value("quarkus.datasource.username"));
  }

  private String value(String name) {
    return config.getOptionalValue(name, String.class).orElse("").strip();
  }
}
