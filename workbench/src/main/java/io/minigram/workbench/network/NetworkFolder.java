package io.minigram.workbench.network;

import io.minigram.workbench.terminal.CommandFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Locale;

/**
 * The folder that a network is written to. Files get a temporary name first and are moved together
 * when all are complete, the description last: a folder that has a description has the network.
 */
final class NetworkFolder {

  static final String DESCRIPTION = "network.properties";
  private static final String PART = ".part";
  private static final long BYTES_A_MEGABYTE = 1_000_000;

  private final Path folder;

  private NetworkFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder if it is missing.
   *
   * @param replace whether a folder that has files in it may be used
   */
  static NetworkFolder open(Path folder, boolean replace) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandFailure(folder + " is a file; name a folder to write the network to");
    }
    if (!replace && Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        if (files.anyMatch(file -> Files.isRegularFile(file) && !isPart(file))) {
          throw new CommandFailure(
              folder + " is not empty; name another folder, or replace what is there with --force");
        }
      }
    }
    Files.createDirectories(folder);
    return new NetworkFolder(folder);
  }

  /** Refuses a network that would fill the disk. */
  void makeSureOfSpaceFor(long rows, long bytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (bytes > free) {
      throw new CommandFailure(
          String.format(
              Locale.ROOT,
              "The network has up to %,d rows, more than %,d MB, and %s has room for %,d MB; in a"
                  + " large network give numbers instead of shares for --followers and --bot-likes",
              rows,
              bytes / BYTES_A_MEGABYTE,
              folder,
              free / BYTES_A_MEGABYTE));
    }
  }

  OutputStream create(String file) throws IOException {
    var part = part(file);
    Files.createDirectories(part.getParent());
    return Files.newOutputStream(part);
  }

  /** Gives the files their names. */
  void complete(Collection<String> files, String description) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(part(DESCRIPTION))) {
      out.write(description);
    }
    Files.deleteIfExists(folder.resolve(DESCRIPTION));
    for (var file : files) {
      move(file);
    }
    move(DESCRIPTION);
  }

  void discard(Collection<String> files) throws IOException {
    for (var file : files) {
      Files.deleteIfExists(part(file));
    }
  }

  private void move(String file) throws IOException {
    Files.move(part(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path part(String file) {
    return folder.resolve(file + PART);
  }

  private static boolean isPart(Path file) {
    return file.toString().endsWith(PART);
  }
}
