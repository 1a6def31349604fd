package io.minigram.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes, in memory. Only root can mount one. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Where the build is the gate, a missing right is a failure, not a reason to skip. */
  static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var refusal =
        run(
            "mount",
            "--types=tmpfs",
            "--options=mode=700,size=%dm".formatted(megabytes),
            "tmpfs",
            folder.toString());
    if (System.getenv("CI") != null) {
      assertThat(refusal).as("a tmpfs can be mounted").isEmpty();
    }
    Assumptions.assumeTrue(refusal.isEmpty(), "a tmpfs cannot be mounted: " + refusal);
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** Lazily: it goes in any case, also if somebody still has a file open on it. */
  @Override
  public void close() throws IOException, InterruptedException {
    assertThat(run("umount", "--lazy", folder.toString())).isEmpty();
  }

  /** What it complains of; empty if it succeeds. */
  private static String run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return e.getMessage();
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : command[0] + " failed: " + output.strip();
  }
}
