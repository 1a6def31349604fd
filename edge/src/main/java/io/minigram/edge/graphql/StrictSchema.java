package io.minigram.edge.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;

/**
 * Says two things in every service's GraphQL schema that SmallRye has no annotation for.
 *
 * <ul>
 *   <li>Whole numbers that can pass 2^31 are a {@code Long}; SmallRye calls them BigInteger.
 *   <li>An argument, or a field of an input, with a default can be left out, but is never null:
 *       {@code first: Int! = 10}. Otherwise an explicit null reaches a Java primitive, and the
 *       request fails with an internal error.
 * </ul>
 */
public final class StrictSchema implements EventingService {

  @Override
  public String getConfigKey() {
    return "minigram.graphql.strict-schema";
  }

  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder schema) {
    return GraphQLSchema.newSchema(
        SchemaTransformer.transformSchema(schema.build(), new Strictness()));
  }

  private static final class Strictness extends GraphQLTypeVisitorStub {

    @Override
    public TraversalControl visitGraphQLScalarType(
        GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
      return scalar.getName().equals("BigInteger")
          ? changeNode(
              context,
              scalar.transform(
                  builder -> builder.name("Long").description("A whole number of 64 bits.")))
          : TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitGraphQLArgument(
        GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
      return argument.hasSetDefaultValue() && GraphQLTypeUtil.isNullable(argument.getType())
          ? changeNode(
              context,
              argument.transform(
                  builder -> builder.type(GraphQLNonNull.nonNull(argument.getType()))))
          : TraversalControl.CONTINUE;
    }

    @Override
    public TraversalControl visitGraphQLInputObjectField(
        GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
      return field.hasSetDefaultValue() && GraphQLTypeUtil.isNullable(field.getType())
          ? changeNode(
              context,
              field.transform(builder -> builder.type(GraphQLNonNull.nonNull(field.getType()))))
          : TraversalControl.CONTINUE;
    }
  }
}
