package io.minigram.workbench.testing.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that can be asked for over GraphQL, found by introspection: each operation, each
 * type's own fields by the shortest way from an operation, and introspection itself. The arguments
 * are valid; ids are of nothing that exists.
 */
final class GraphQLSurface {

  static final String INTROSPECTION =
      """
      { __schema {
          queryType { name } mutationType { name } subscriptionType { name }
          types {
            kind name
            fields(includeDeprecated: true) { name args { ...input } type { ...type } }
            inputFields { ...input }
            enumValues { name }
            possibleTypes { name } } } }
      fragment input on __InputValue { name defaultValue type { ...type } }
      fragment type on __Type { kind name ofType { kind name ofType { kind name ofType {
        kind name ofType { kind name } } } } }
      """
          .replaceAll("\\s+", " ");

  private static final String UNKNOWN_ID = "\"9223372036854775807\"";

  private static final Map<String, String> SCALARS =
      Map.of(
          "ID", UNKNOWN_ID,
          "Int", "1",
          "Long", "1",
          "Float", "0.5",
          "Boolean", "true",
          "Date", "\"2024-01-01\"",
          "DateTime", "\"2024-01-01T00:00:00Z\"");

  /** Values that are valid for what they are, by the argument's name. */
  private static final Map<String, String> VALUES =
      Map.of(
          "timeZone", "\"Europe/Berlin\"",
          "commentId", "\"9223372036854775807:1\"",
          "followeeId", "\"9223372036854775806\"");

  private final Map<String, JsonNode> types = new HashMap<>();
  private final List<GraphQLCall> calls = new ArrayList<>();

  /**
   * @param introspection the data that {@link #INTROSPECTION} was answered with
   */
  GraphQLSurface(JsonNode introspection) {
    var schema = introspection.get("__schema");
    schema.get("types").forEach(type -> types.put(type.get("name").asText(), type));
    var roots = new ArrayDeque<Way>();
    for (var kind : List.of("query", "mutation", "subscription")) {
      var root = schema.get(kind + "Type");
      if (root.hasNonNull("name")) {
        addRoot(kind, types.get(root.get("name").asText()), roots);
      }
    }
    addFields(roots);
  }

  List<GraphQLCall> calls() {
    return calls;
  }

  private void addRoot(String kind, JsonNode root, Deque<Way> ways) {
    // what is subscribed to is a field of its own, the specification says
    if (!kind.equals("subscription")) {
      add(kind + " __typename", kind + " __typename", kind + " { __typename }");
    }
    if (kind.equals("query")) {
      add("query __schema", "query __schema", "query { __schema { queryType { name } } }");
      add("query __type", "query __type", "query { __type(name: \"Query\") { name } }");
    }
    for (var field : root.get("fields")) {
      var operation = kind + " " + field.get("name").asText();
      var start = kind + " { " + call(field);
      add(operation, operation, start + ownFields(named(field.get("type"))) + " }");
      ways.add(new Way(operation, start, " }", named(field.get("type"))));
    }
  }

  /** How a type is reached: what to write before and after a selection of its fields. */
  private record Way(String operation, String before, String after, JsonNode type) {

    Way into(String step, JsonNode next) {
      return new Way(operation, before + " { " + step, " }" + after, next);
    }
  }

  /** Breadth first, so that the first way to a type is a shortest one. */
  private void addFields(Deque<Way> ways) {
    var reached = new LinkedHashMap<String, Way>();
    while (!ways.isEmpty()) {
      var way = ways.remove();
      if (!isComposite(way.type()) || reached.putIfAbsent(name(way.type()), way) != null) {
        continue;
      }
      addField(way, "__typename", "__typename");
      for (var field : way.type().path("fields")) {
        addField(
            way, field.get("name").asText(), call(field) + ownFields(named(field.get("type"))));
        ways.add(way.into(call(field), named(field.get("type"))));
      }
      for (var possible : way.type().path("possibleTypes")) {
        var type = types.get(name(possible));
        ways.add(way.into("... on " + name(type), type));
      }
    }
    types.values().stream()
        .filter(type -> isComposite(type) && !name(type).startsWith("__"))
        .map(GraphQLSurface::name)
        .filter(type -> !reached.containsKey(type) && !isRoot(type))
        .forEach(
            type -> {
              throw new AssertionError("No operation leads to the type " + type);
            });
  }

  private boolean isRoot(String type) {
    return List.of("Query", "Mutation", "Subscription").contains(type);
  }

  private void addField(Way way, String field, String selection) {
    add(
        name(way.type()) + "." + field,
        way.operation(),
        way.before() + " { " + selection + " }" + way.after());
  }

  private void add(String name, String operation, String document) {
    calls.add(new GraphQLCall(name, operation, document));
  }

  /** A field with the arguments that it must have, and those that have a default. */
  private String call(JsonNode field) {
    var arguments = new ArrayList<String>();
    for (var argument : field.get("args")) {
      if (argument.hasNonNull("defaultValue")) {
        arguments.add(name(argument) + ": " + argument.get("defaultValue").asText());
      } else if (isRequired(argument)) {
        arguments.add(name(argument) + ": " + value(name(argument), argument.get("type")));
      }
    }
    return name(field) + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
  }

  private String value(String name, JsonNode type) {
    return switch (type.get("kind").asText()) {
      case "NON_NULL" -> value(name, type.get("ofType"));
      case "LIST" -> "[" + value(name, type.get("ofType")) + "]";
      case "ENUM" -> name(types.get(name(type)).get("enumValues").get(0));
      case "INPUT_OBJECT" -> {
        var fields = new ArrayList<String>();
        for (var field : types.get(name(type)).get("inputFields")) {
          if (isRequired(field)) {
            fields.add(name(field) + ": " + value(name(field), field.get("type")));
          }
        }
        yield "{" + String.join(", ", fields) + "}";
      }
      default -> scalar(name, name(type));
    };
  }

  private static String scalar(String name, String type) {
    if (VALUES.containsKey(name)) {
      return VALUES.get(name);
    }
    if (type.equals("String")) {
      return "\"none\"";
    }
    if (!SCALARS.containsKey(type)) {
      throw new AssertionError("Tell %s a valid value of %s".formatted(GraphQLSurface.class, type));
    }
    return SCALARS.get(type);
  }

  /** All fields of a type that are no objects themselves and need no argument. */
  private String ownFields(JsonNode type) {
    if (!isComposite(type)) {
      return "";
    }
    var fields = new ArrayList<>(List.of("__typename"));
    for (var field : type.path("fields")) {
      if (!isComposite(named(field.get("type")))) {
        fields.add(call(field));
      }
    }
    return fields.stream().collect(Collectors.joining(" ", " { ", " }"));
  }

  private JsonNode named(JsonNode type) {
    return type.hasNonNull("ofType") ? named(type.get("ofType")) : types.get(name(type));
  }

  private static boolean isComposite(JsonNode type) {
    return List.of("object", "interface", "union")
        .contains(type.get("kind").asText().toLowerCase(Locale.ROOT));
  }

  private static boolean isRequired(JsonNode input) {
    return input.get("type").get("kind").asText().equals("NON_NULL")
        && !input.hasNonNull("defaultValue");
  }

  private static String name(JsonNode named) {
    return named.get("name").asText();
  }
}
