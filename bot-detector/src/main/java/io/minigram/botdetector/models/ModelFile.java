package io.minigram.botdetector.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The settings of a model, as they lie in a file of properties. */
public final class ModelFile {

  private static final String PACKAGED = "/scoring/model.properties";

  private ModelFile() {}

  /** The model that comes with the service. */
  public static Map<String, String> packaged() {
    try (var in = ModelFile.class.getResourceAsStream(PACKAGED)) {
      return settings(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another model. */
  public static Map<String, String> read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return settings(in);
    }
  }

  private static Map<String, String> settings(InputStream in) throws IOException {
    var properties = new Properties();
    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    var settings = new TreeMap<String, String>();
    for (var name : properties.stringPropertyNames()) {
      settings.put(name, properties.getProperty(name).strip());
    }
    return settings;
  }
}
