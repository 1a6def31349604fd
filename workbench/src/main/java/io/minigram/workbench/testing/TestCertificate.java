package io.minigram.workbench.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A certificate for localhost that nobody else trusts, made by the JDK's keytool. */
public final class TestCertificate implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      var file = Files.createTempDirectory("minigram-tls").resolve("keys.p12");
      var password = UUID.randomUUID().toString();
      var keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "EC",
                  "-alias",
                  "minigram",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "SAN=dns:localhost,ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  password)
              .redirectErrorStream(true)
              .start();
      var output = new String(keytool.getInputStream().readAllBytes());
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(output);
      }
      return Map.of(
          "quarkus.tls.key-store.p12.path",
          file.toString(),
          "quarkus.tls.key-store.p12.password",
          password);
    } catch (IOException e) {
      throw new IllegalStateException("keytool could not be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {}
}
