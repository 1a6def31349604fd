package io.minigram.edge.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.parser.Parser;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentSizeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { a }                                                             | 1 | 1 | 0 | 0
          { a b { c d { e } } }                                             | 3 | 5 | 0 | 0
          { x: a y: a __typename z: __typename }                            | 1 | 4 | 3 | 0
          query @f { a @f(x: 1) @g ... @h { b } }                           | 1 | 2 | 0 | 4
          { a { ...f ...f } } fragment f on T { x: b { c @g } }             | 3 | 5 | 2 | 2
          { ...f @g } fragment f on T @h { a }                              | 1 | 1 | 0 | 2
          { ... on T { ... on U { a } } }                                   | 1 | 1 | 0 | 0
          query one { a { b } } query other { x: a y: a z: a }              | 2 | 3 | 3 | 0
          { ...nowhere }                                                    | 0 | 0 | 0 | 0
          { ...f } fragment f on T { a { ...f } }                           | 1 | 1 | 0 | 0
          """)
  void isCountedWithItsFragments(
      String document, long depth, long fields, long aliases, long directives) {
    assertEquals(
        new DocumentSize(depth, fields, aliases, directives),
        DocumentSize.of(Parser.parse(document)));
  }

  /** Each of a thousand fragments spreads the next one twice: 2^1000 fields. */
  @Test
  @Timeout(10)
  void fragmentsInFragmentsAreMeasuredFast() {
    var fragments =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "fragment f%d on T { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining("\n"));
    var document = "{ ...f0 }" + fragments + "fragment f1000 on T { x: a }";

    var size = DocumentSize.of(Parser.parse(document));

    assertEquals(1, size.depth());
    assertEquals(Integer.MAX_VALUE, size.fields());
    assertEquals(Integer.MAX_VALUE, size.aliases());
  }
}
