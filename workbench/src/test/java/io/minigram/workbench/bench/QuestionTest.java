package io.minigram.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionTest {

  @Test
  void isAParagraphWithAnOperation() {
    // given
    var text =
        """
        # About the file.

        # Why it is asked.
        # plain: a/b.sql(1, null)
        # plain: a/c.sql()
        query first {
          totals { users }
        }
        fragment f on Totals { users }

        query second { themes { name } }
        """;

    // when
    var questions = Question.in(text);

    // then
    assertThat(questions)
        .containsExactly(
            new Question(
                "first",
                "query first {\n  totals { users }\n}\nfragment f on Totals { users }",
                List.of(
                    new PlainStatement("a/b.sql", List.of("1", "null")),
                    new PlainStatement("a/c.sql", List.of()))),
            new Question("second", "query second { themes { name } }", List.of()));
  }

  @Test
  void eachHasANameOfItsOwn() {
    assertThat(all().map(Question::name)).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  static Stream<PlainStatement> statements() {
    return all().flatMap(question -> question.plain().stream()).distinct();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void itsPlainStatementsArePackedAndGetAllTheirParameters(PlainStatement plain) {
    assertThat(plain.text()).contains("select").doesNotContainPattern("\\$\\d");
  }

  @Test
  void argumentsStandInTheStatementAsTexts() {
    assertThat(PlainStatement.of("calendar/growth.sql(it's)").text()).contains("'it''s'::text");
    assertThat(PlainStatement.of("users/users.sql(RATE, null)").text()).contains("null::date");
  }

  @Test
  void anArgumentTooFewIsAMistake() {
    var plain = PlainStatement.of("users/users.sql(RATE)");

    assertThatThrownBy(plain::text).hasMessageContaining("another number of parameters");
    assertThatThrownBy(() -> PlainStatement.of("nothing")).hasMessageContaining("nothing");
  }

  private static Stream<Question> all() {
    return Stream.of(
            Question.withDefaults().stream(),
            Question.withOthers().stream(),
            Stream.of(Question.secondReport()))
        .flatMap(some -> some);
  }
}
