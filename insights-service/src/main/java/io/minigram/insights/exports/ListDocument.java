package io.minigram.insights.exports;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The GraphQL document that reads a list of the schema, page by page if it is a connection, with
 * all plain fields of its entries.
 *
 * @param document asks for one page; its variables are those of {@link #variables}, and {@code
 *     after}
 * @param list the root field
 * @param columns paths of the fields of an entry, {@code id} first, then by name
 * @param isConnection whether entries are nodes of pages, or elements of one list
 * @param variables the arguments that were given
 */
record ListDocument(
    String document,
    String list,
    List<List<String>> columns,
    boolean isConnection,
    Map<String, Object> variables) {

  private static final int DEEPEST = 2;
  private static final int PAGE = 100;
  private static final String ID = "id";

  /** What pages are read by; nobody else sets it. */
  private static final Set<String> OF_PAGES = Set.of("first", "after");

  /**
   * Builds the document.
   *
   * @param list name of a root field that is a list
   * @param arguments its arguments, as they stand in a URL
   * @throws RequestException NOT_FOUND if there is no such list, BAD_ARGUMENT if it has no such
   *     argument or a value is none of its type
   */
  static ListDocument of(GraphQLSchema schema, String list, Map<String, String> arguments) {
    var field = schema.getQueryType().getFieldDefinition(list);
    var entry = field == null ? null : entry(field);
    if (entry == null) {
      throw RequestException.of(
          ErrorCode.NOT_FOUND, "There is no such list; lists are " + lists(schema));
    }
    boolean isConnection = isConnection(field);
    var columns = columns(entry, List.of());
    var variables = new LinkedHashMap<String, Object>();
    var declared = new ArrayList<String>();
    var passed = new ArrayList<String>();
    arguments.forEach(
        (name, value) -> {
          var argument = argument(field, name);
          variables.put(name, value(argument, value));
          declared.add("$" + name + ": " + GraphQLTypeUtil.simplePrint(argument.getType()));
          passed.add(name + ": $" + name);
        });
    if (isConnection) {
      declared.add("$after: String");
      passed.add("first: " + PAGE);
      passed.add("after: $after");
    }
    var selection = selection(columns);
    var document =
        "query%s { %s%s { %s } }"
            .formatted(
                inParentheses(declared),
                list,
                inParentheses(passed),
                isConnection
                    ? "edges { node { %s } } pageInfo { hasNextPage endCursor }"
                        .formatted(selection)
                    : selection);
    return new ListDocument(document, list, columns, isConnection, variables);
  }

  /** What the columns are called: the path of a field, joined by dots. */
  List<String> header() {
    return columns.stream().map(path -> String.join(".", path)).toList();
  }

  private static String inParentheses(List<String> parts) {
    return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private static String lists(GraphQLSchema schema) {
    return schema.getQueryType().getFieldDefinitions().stream()
        .filter(field -> entry(field) != null)
        .map(GraphQLFieldDefinition::getName)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static GraphQLArgument argument(GraphQLFieldDefinition field, String name) {
    var argument = OF_PAGES.contains(name) ? null : field.getArgument(name);
    if (argument == null) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT,
          "%s takes %s"
              .formatted(
                  field.getName(),
                  field.getArguments().stream()
                      .map(GraphQLArgument::getName)
                      .filter(known -> !OF_PAGES.contains(known))
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    return argument;
  }

  /** As a variable of the argument's type; what is no number is left to GraphQL to refuse. */
  private static Object value(GraphQLArgument argument, String given) {
    var type = GraphQLTypeUtil.unwrapAll(argument.getType());
    if (!(type instanceof GraphQLScalarType scalar)) {
      if (type instanceof GraphQLNamedInputType && given.startsWith("{")) {
        throw RequestException.of(
            ErrorCode.BAD_ARGUMENT,
            argument.getName() + " can only be given in a GraphQL document");
      }
      return given;
    }
    try {
      return switch (scalar.getName()) {
        case "Int", "Long" -> Long.valueOf(given);
        case "Float" -> Double.valueOf(given);
        case "Boolean" -> Boolean.valueOf(given);
        default -> given;
      };
    } catch (NumberFormatException e) {
      throw RequestException.of(
          ErrorCode.BAD_ARGUMENT, argument.getName() + " must be a number", e);
    }
  }

  /** The type of an entry; null if the field is no list of objects. */
  private static GraphQLObjectType entry(GraphQLFieldDefinition field) {
    if (isConnection(field)) {
      var edge = object(object(field.getType()).getFieldDefinition("edges").getType());
      return object(edge.getFieldDefinition("node").getType());
    }
    return GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList
        ? object(field.getType())
        : null;
  }

  private static boolean isConnection(GraphQLFieldDefinition field) {
    var type = object(field.getType());
    return type != null && type.getFieldDefinition("edges") != null;
  }

  private static GraphQLObjectType object(GraphQLOutputType type) {
    return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLObjectType object ? object : null;
  }

  private static List<List<String>> columns(GraphQLObjectType type, List<String> parents) {
    var columns = new ArrayList<List<String>>();
    for (var field : inOrder(type)) {
      if (!field.getArguments().isEmpty()
          || GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList) {
        continue;
      }
      var path = new ArrayList<>(parents);
      path.add(field.getName());
      var object = object(field.getType());
      if (object == null) {
        columns.add(path);
      } else if (path.size() < DEEPEST) {
        columns.addAll(columns(object, path));
      }
    }
    return columns;
  }

  /** As in the schema's text, by name; but what an entry is found by comes first. */
  private static List<GraphQLFieldDefinition> inOrder(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .sorted(
            Comparator.comparing((GraphQLFieldDefinition field) -> !field.getName().equals(ID))
                .thenComparing(GraphQLFieldDefinition::getName))
        .toList();
  }

  private static String selection(List<List<String>> columns) {
    var plain = columns.stream().filter(path -> path.size() == 1).map(path -> path.get(0));
    var nested =
        columns.stream()
            .filter(path -> path.size() > 1)
            .collect(
                Collectors.groupingBy(
                    path -> path.get(0),
                    LinkedHashMap::new,
                    Collectors.mapping(path -> path.get(1), Collectors.joining(" "))))
            .entrySet()
            .stream()
            .map(group -> "%s { %s }".formatted(group.getKey(), group.getValue()));
    return Stream.concat(plain, nested).collect(Collectors.joining(" "));
  }
}
