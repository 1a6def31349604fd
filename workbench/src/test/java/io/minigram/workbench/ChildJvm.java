package io.minigram.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the workbench in a JVM of its own, as from a shell. */
public record ChildJvm(int exitCode, String stdout, String stderr) {

  /** Both streams, one after the other. */
  public String output() {
    return stdout + stderr;
  }

  /**
   * @param heap as for {@code -Xmx}
   */
  public static ChildJvm workbench(String heap, String... arguments)
      throws IOException, InterruptedException {
    return workbench(heap, Map.of(), arguments);
  }

  /**
   * @param heap as for {@code -Xmx}
   * @param environment beside what is inherited
   */
  public static ChildJvm workbench(
      String heap, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                Workbench.class.getName()));
    command.addAll(List.of(arguments));
    var stderr = Files.createTempFile("workbench", ".log");
    var builder = new ProcessBuilder(command).redirectError(stderr.toFile());
    builder.environment().remove("MINIGRAM_TOKEN");
    builder.environment().putAll(environment);
    var process = builder.start();
    var stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new ChildJvm(process.waitFor(), stdout, Files.readString(stderr));
    } finally {
      Files.delete(stderr);
    }
  }
}
