package io.minigram.workbench.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A question to insights-service.
 *
 * @param name of its operation, such as {@code totals}
 * @param document in GraphQL
 * @param plain statements over the facts that together give the same; none if nobody wrote them
 */
public record Question(String name, String document, List<PlainStatement> plain) {

  private static final String FOLDER = "/bench/questions/";
  private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");
  private static final Pattern OPERATION = Pattern.compile("(?m)^query (\\w+)");
  private static final String PLAIN = "# plain:";

  public Question {
    plain = List.copyOf(plain);
  }

  /** Every question, with default arguments where it has them. */
  public static List<Question> withDefaults() {
    return packed("default.graphql");
  }

  /** The same with other arguments. */
  public static List<Question> withOthers() {
    return packed("other.graphql");
  }

  /** The whole second report, as insights-service knows it. */
  public static Question secondReport() {
    var document = packed("second-report.graphql").get(0);
    return new Question(
        document.name(),
        document.document(),
        text("second-report.txt").lines().map(PlainStatement::of).toList());
  }

  private static List<Question> packed(String file) {
    return in(text(file));
  }

  private static String text(String file) {
    try (var in = Question.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The questions of a text: each a paragraph with an operation and its fragments. */
  static List<Question> in(String text) {
    var questions = new ArrayList<Question>();
    for (var paragraph : BLANK_LINES.split(text)) {
      var operation = OPERATION.matcher(paragraph);
      if (operation.find()) {
        var lines = paragraph.lines().toList();
        questions.add(
            new Question(
                operation.group(1),
                String.join("\n", lines.stream().filter(line -> !line.startsWith("#")).toList()),
                lines.stream()
                    .filter(line -> line.startsWith(PLAIN))
                    .map(line -> PlainStatement.of(line.substring(PLAIN.length())))
                    .toList()));
      }
    }
    return questions;
  }
}
