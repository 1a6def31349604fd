package io.minigram.edge.graphql;

import java.util.regex.Pattern;

/**
 * What GraphQL Java says of a bad request, without the values that it quotes from it: they may be
 * private texts, and answers end up in the logs of proxies and front ends. The place in the
 * document, which every error has, tells the sender the same.
 */
final class UnquotedMessage {

  private static final Pattern WRONG_TYPE =
      Pattern.compile("with value '.*' (is not a valid '\\w+'|must not be null).*", Pattern.DOTALL);
  private static final Pattern OFFENDING_TOKEN =
      Pattern.compile("with offending token '.*' at line", Pattern.DOTALL);
  private static final Pattern PARSED = Pattern.compile(" from \\[.*", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\\w+Value\\{.*", Pattern.DOTALL);

  private UnquotedMessage() {}

  static String of(String message) {
    if (message == null) {
      return "";
    }
    var unquoted = WRONG_TYPE.matcher(message).replaceFirst("$1");
    unquoted = OFFENDING_TOKEN.matcher(unquoted).replaceFirst("at line");
    unquoted = PARSED.matcher(unquoted).replaceFirst(" from what was sent");
    return LITERAL.matcher(unquoted).replaceFirst("…");
  }
}
