package io.minigram.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Every setting that a packaged service reads when it runs, as the environment variable that it is
 * set by: those of its own configuration interfaces, and those that the Quarkus extensions in it
 * document.
 */
final class ServiceSettings {

  private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
  private static final String CONFIG_MAPPING = "io.smallrye.config.ConfigMapping";

  /** A part of a name that is for the operator to choose, such as that of a data source. */
  private static final String ANY = "_?[A-Z0-9]+(?:_[A-Z0-9]+)*_?";

  private final List<Pattern> patterns;

  private ServiceSettings(Set<String> properties) {
    patterns = properties.stream().map(ServiceSettings::pattern).toList();
  }

  /** Of the service as it was packaged by this build. */
  static ServiceSettings of(String service) throws IOException, ReflectiveOperationException {
    var app = Path.of("..", service, "target", "quarkus-app");
    var properties = new HashSet<String>();
    for (var jar : jars(app.resolve("lib/main"))) {
      addQuarkus(jar, properties);
    }
    var own = new ArrayList<>(jars(app.resolve("app")));
    jars(app.resolve("lib/main")).stream()
        .filter(jar -> jar.getFileName().toString().startsWith("io.minigram."))
        .forEach(own::add);
    var all =
        Stream.of("app", "lib/main", "lib/boot")
            .flatMap(folder -> jars(app.resolve(folder)).stream())
            .map(ServiceSettings::url)
            .toArray(URL[]::new);
    try (var classes = new URLClassLoader(all, ClassLoader.getPlatformClassLoader())) {
      for (var jar : own) {
        addOwn(jar, classes, properties);
      }
    }
    return new ServiceSettings(properties);
  }

  boolean knows(String variable) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(variable).matches());
  }

  private static List<Path> jars(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("The services have to be packaged before", e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  private static void addQuarkus(Path jar, Set<String> properties) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var model = zip.getEntry(MODEL);
      if (model != null) {
        addQuarkus(new ObjectMapper().readTree(zip.getInputStream(model)), properties);
      }
    }
  }

  /** Only what is read at run time: the rest was decided when the service was built. */
  private static void addQuarkus(JsonNode node, Set<String> properties) {
    if (node.path("phase").asText().equals("RUN_TIME")) {
      addPath(node.path("path"), properties);
      node.path("additionalPaths").forEach(path -> addPath(path, properties));
    }
    node.forEach(child -> addQuarkus(child, properties));
  }

  private static void addPath(JsonNode path, Set<String> properties) {
    if (path.has("property")) {
      properties.add(path.get("property").asText());
    }
  }

  private static void addOwn(Path jar, ClassLoader classes, Set<String> properties)
      throws IOException, ReflectiveOperationException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(file -> file.getName().endsWith(".class")).toList()) {
        var bytes = zip.getInputStream(entry).readAllBytes();
        if (new String(bytes, StandardCharsets.ISO_8859_1)
            .contains("L" + CONFIG_MAPPING.replace('.', '/') + ";")) {
          var name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
          addMapping(Class.forName(name, false, classes), properties);
        }
      }
    }
  }

  private static void addMapping(Class<?> type, Set<String> properties)
      throws ReflectiveOperationException {
    for (var annotation : type.getAnnotations()) {
      if (annotation.annotationType().getName().equals(CONFIG_MAPPING)) {
        var prefix = annotation.annotationType().getMethod("prefix").invoke(annotation);
        addMethods(prefix.toString(), type, properties);
      }
    }
  }

  private static void addMethods(String prefix, Class<?> mapping, Set<String> properties) {
    Arrays.stream(mapping.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .forEach(
            method -> add(prefix + "." + kebab(method), method.getGenericReturnType(), properties));
  }

  private static void add(String name, Type type, Set<String> properties) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Map.class) {
        add(name + ".\"key\"", generic.getActualTypeArguments()[1], properties);
      } else if (generic.getRawType() == Optional.class) {
        add(name, generic.getActualTypeArguments()[0], properties);
      } else {
        properties.add(name);
      }
    } else if (type instanceof Class<?> nested
        && nested.isInterface()
        && nested.getName().startsWith("io.minigram.")) {
      addMethods(name, nested, properties);
    } else {
      properties.add(name);
    }
  }

  private static String kebab(Method method) {
    return method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** As MicroProfile Config maps names: what is no letter or digit becomes an underscore. */
  private static Pattern pattern(String property) {
    var pattern = new StringBuilder();
    var parts = property.split("\"", -1);
    for (int part = 0; part < parts.length; part++) {
      pattern.append(
          part % 2 == 1
              ? ANY
              : Pattern.quote(parts[part].toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
    }
    return Pattern.compile(pattern.toString());
  }
}
