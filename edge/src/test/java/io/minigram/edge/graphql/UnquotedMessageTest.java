package io.minigram.edge.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnquotedMessageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          argument 'n' with value 'StringValue{value='x'}' is not a valid 'Int' - SRGQL000022: Can not parse a number from [StringValue{value='x'}] | argument 'n' is not a valid 'Int'
          argument 'n' with value 'StringValue{value=' is not a valid 'x'}' is not a valid 'Int' - why | argument 'n' is not a valid 'Int'
          argument 'n' with value 'NullValue{}' must not be null | argument 'n' must not be null
          Invalid syntax with offending token 'x' at line 1 column 57 | Invalid syntax at line 1 column 57
          Variable 'n' has an invalid value: SRGQL000022: Can not parse a number from [x] | Variable 'n' has an invalid value: SRGQL000022: Can not parse a number from what was sent
          argument 'n' with value 'ArrayValue{values=[StringValue{value='x'}]}' must be one | argument 'n' with value '…
          Field 'x' in type 'Query' is undefined | Field 'x' in type 'Query' is undefined
          """)
  void valuesAreLeftOut(String message, String unquoted) {
    assertEquals(unquoted, UnquotedMessage.of(message));
  }
}
