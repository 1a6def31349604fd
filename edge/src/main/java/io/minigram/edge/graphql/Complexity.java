package io.minigram.edge.graphql;

import graphql.GraphQLError;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.paging.Page;
import java.util.Map;

/**
 * How much an operation asks for: its fields, each counted as often as the pages that it stands in
 * have rows. Only of an operation that has few enough fields, each spread of a fragment counted.
 *
 * @param fields how many there are at most in the answer
 * @param pageSize rows of the largest page
 */
record Complexity(long fields, long pageSize) {

  private static final String PAGE_SIZE = "first";
  private static final long COUNTLESS = Integer.MAX_VALUE;
  private static final Complexity NOTHING = new Complexity(0, 0);

  static Complexity of(ExecutionContext execution) {
    var operation = execution.getOperationDefinition();
    var schema = execution.getGraphQLSchema();
    var root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    return new Measuring(schema, execution.getFragmentsByName(), execution.getCoercedVariables())
        .selections(operation.getSelectionSet(), root);
  }

  static GraphQLError refusal(int limit) {
    return CodedErrors.error(
        ErrorCode.TOO_COMPLEX,
        "An operation asks for at most %d fields, each counted as often as the pages it stands in"
                .formatted(limit)
            + " have rows; ask for less at once, or for smaller pages");
  }

  private Complexity and(Complexity other) {
    return new Complexity(
        Math.min(COUNTLESS, fields + other.fields), Math.max(pageSize, other.pageSize));
  }

  private Complexity inPageOf(long rows) {
    // a page of more rows is refused when it is asked for
    long counted = Math.max(1, Math.min(Page.MAX_FIRST, rows));
    return new Complexity(Math.min(COUNTLESS, 1 + counted * fields), Math.max(pageSize, rows));
  }

  private record Measuring(
      GraphQLSchema schema, Map<String, FragmentDefinition> fragments, CoercedVariables variables) {

    Complexity selections(SelectionSet set, GraphQLCompositeType parent) {
      var complexity = NOTHING;
      if (set != null) {
        for (var selection : set.getSelections()) {
          complexity = complexity.and(selection(selection, parent));
        }
      }
      return complexity;
    }

    private Complexity selection(Selection<?> selection, GraphQLCompositeType parent) {
      if (selection instanceof Field field) {
        var definition = Introspection.getFieldDef(schema, parent, field.getName());
        var type = GraphQLTypeUtil.unwrapAll(definition.getType());
        return selections(
                field.getSelectionSet(),
                type instanceof GraphQLCompositeType composite ? composite : null)
            .inPageOf(rows(field, definition));
      }
      if (selection instanceof InlineFragment fragment) {
        var condition = fragment.getTypeCondition();
        return selections(
            fragment.getSelectionSet(), condition == null ? parent : type(condition.getName()));
      }
      var fragment = fragments.get(((FragmentSpread) selection).getName());
      return selections(fragment.getSelectionSet(), type(fragment.getTypeCondition().getName()));
    }

    private GraphQLCompositeType type(String name) {
      return (GraphQLCompositeType) schema.getType(name);
    }

    /** Rows of the page that a field asks for; 1 if it is none. */
    private long rows(Field field, GraphQLFieldDefinition definition) {
      var argument = definition.getArgument(PAGE_SIZE);
      return argument == null
          ? 1
          : field.getArguments().stream()
              .filter(given -> given.getName().equals(PAGE_SIZE))
              .findFirst()
              .map(Argument::getValue)
              .filter(this::isGiven)
              .map(this::number)
              .orElseGet(() -> number(argument));
    }

    private boolean isGiven(Value<?> value) {
      return !(value instanceof VariableReference variable)
          || variables.containsKey(variable.getName());
    }

    private long number(Value<?> value) {
      if (value instanceof VariableReference variable) {
        return variables.get(variable.getName()) instanceof Number number ? number.longValue() : 1;
      }
      return value instanceof IntValue number ? number.getValue().longValue() : 1;
    }

    private long number(GraphQLArgument argument) {
      var value = argument.getArgumentDefaultValue().getValue();
      if (value instanceof Value<?> literal) {
        return number(literal);
      }
      return value instanceof Number number ? number.longValue() : 1;
    }
  }
}
