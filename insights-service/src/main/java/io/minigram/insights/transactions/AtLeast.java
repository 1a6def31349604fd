package io.minigram.insights.transactions;

import graphql.Scalars;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLNonNull;
import java.util.Optional;

/** The directive by which a caller reads what he has written. */
final class AtLeast {

  private static final String NAME = "atLeast";
  private static final String POSITION = "position";

  static final GraphQLDirective DIRECTIVE =
      GraphQLDirective.newDirective()
          .name(NAME)
          .description(
              "Answers with what was written up to a position at least. Waits for it some seconds,"
                  + " and fails with NOT_YET if that is not enough. For example:"
                  + " query ($written: String!) @atLeast(position: $written) { totals { likes } }")
          .validLocation(DirectiveLocation.QUERY)
          .argument(
              GraphQLArgument.newArgument()
                  .name(POSITION)
                  .description("The `position` of an answer of ingest-service, such as p2s1k.")
                  .type(GraphQLNonNull.nonNull(Scalars.GraphQLString)))
          .build();

  private AtLeast() {}

  /** The position that an operation asks for. */
  static Optional<Position> of(ExecutionContext operation) {
    return operation.getOperationDefinition().getDirectives(NAME).stream()
        .map(directive -> directive.getArgument(POSITION).getValue())
        .map(
            value ->
                value instanceof VariableReference variable
                    ? (String) operation.getCoercedVariables().get(variable.getName())
                    : ((StringValue) value).getValue())
        .map(Position::of)
        .findFirst();
  }
}
