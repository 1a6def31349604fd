package io.minigram.workbench.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads what the generator wrote, by means of its own. */
record GeneratedFiles(Path folder) {

  /** The rows without the header; no field of a generated file is quoted. */
  void forEach(String file, Consumer<String[]> row) {
    try (var lines = Files.lines(folder.resolve(file))) {
      lines.skip(1).map(line -> line.split(",", -1)).forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files below the folder with what is in them. */
  Map<String, byte[]> contents() throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }
}
