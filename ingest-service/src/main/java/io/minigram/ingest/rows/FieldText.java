package io.minigram.ingest.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads single fields out of text. Errors name the field and never repeat what stands in it. */
final class FieldText {

  private static final int MOST_DIGITS = 19;

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final int longest;

  /**
   * @param longest characters of a text
   */
  FieldText(int longest) {
    this.longest = longest;
  }

  /** A whole number from 1 to 2^63 - 1, written in digits. */
  static long id(byte[] bytes, int from, int to, String field) throws RowException {
    long id = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        throw badId(field);
      }
      id = id * 10 + digit;
    }
    // 19 digits cannot overflow 2^64, so one that passes 2^63 shows as negative
    if (id < 1 || significantDigits(bytes, from, to) > MOST_DIGITS) {
      throw badId(field);
    }
    return id;
  }

  private static int significantDigits(byte[] bytes, int from, int to) {
    int first = from;
    while (first < to && bytes[first] == '0') {
      first++;
    }
    return to - first;
  }

  static RowException badId(String field) {
    return new RowException(
        RejectCode.BAD_ID, field + " is not a whole number from 1 to 9223372036854775807");
  }

  String decode(byte[] bytes, int from, int to, String field) throws RowException {
    try {
      return utf8.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      throw new RowException(RejectCode.BAD_TEXT, field + " is not UTF-8");
    }
  }

  /** The text, if PostgreSQL can keep it. */
  String check(String text, String field) throws RowException {
    if (text.isBlank()) {
      throw new RowException(RejectCode.MISSING_VALUE, field + " is empty");
    }
    if (text.length() > longest) {
      throw new RowException(
          RejectCode.TOO_LONG, field + " is longer than " + longest + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\0') {
        throw new RowException(RejectCode.BAD_TEXT, field + " holds a NUL character");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new RowException(RejectCode.BAD_TEXT, field + " holds half a character");
      }
    }
    return text;
  }
}
