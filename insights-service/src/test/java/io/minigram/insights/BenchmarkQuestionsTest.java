package io.minigram.insights;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.minigram.workbench.bench.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code workbench bench insights} asks. */
class BenchmarkQuestionsTest {

  /** What the snapshot leaves out. */
  private static final String SCALARS = "scalar Date scalar DateTime scalar Long ";

  private static final GraphQLSchema SCHEMA = schema();

  private static GraphQLSchema schema() {
    try {
      return UnExecutableSchemaGenerator.makeUnExecutableSchema(
          new SchemaParser().parse(SCALARS + Files.readString(Path.of("schema.graphql"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Question> questions() {
    return Stream.of(
            Question.withDefaults().stream(),
            Question.withOthers().stream(),
            Stream.of(Question.secondReport()))
        .flatMap(some -> some);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void fitTheSchema(Question question) {
    var document = Parser.parse(question.document());

    var errors = new Validator().validateDocument(SCHEMA, document, Locale.ENGLISH);

    assertThat(errors).as(question.name()).isEmpty();
  }

  @Test
  void areAllThatThereAre() {
    var asked =
        Question.withDefaults().stream()
            .flatMap(question -> fieldsOf(question.document()))
            .collect(Collectors.toSet());

    assertThat(asked)
        .isEqualTo(
            Set.copyOf(
                SCHEMA.getQueryType().getFieldDefinitions().stream()
                    .map(field -> field.getName())
                    .toList()));
  }

  private static Stream<String> fieldsOf(String document) {
    return Parser.parse(document).getDefinitionsOfType(OperationDefinition.class).stream()
        .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
        .map(Field::getName);
  }
}
