package io.minigram.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbenchTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                | Which command?
          fly                               | Unmatched argument at index 0: 'fly'
          generate                          | Missing required parameter: 'DIR'
          generate DIR --users many         | Invalid value for option '--users'
          generate DIR --users 0            | users must be from 1 to 1000000000, not 0
          generate DIR --bots 101%          | 101% is more than the whole
          generate DIR --followers 0.1      | 0.1 is neither a number of things nor a percentage
          generate DIR --bot-likes 5..7%    | '5..7%' mixes a number and a share
          generate DIR --end tomorrow       | 'tomorrow' is not a time such as 2024-12-31
          generate DIR --likes-from nowhere | Invalid value for option '--likes-from'
          load                              | Missing required parameter: 'DIR'
          token                             | Missing required parameter: 'ROLE'
          load DIR --url localhost          | 'localhost' is not an address
          load DIR --url ftp://localhost    | 'ftp://localhost' is not an address
          load DIR --rate 0                 | --rate must be 1 row a second or more, not 0
          bench                             | Which benchmark?
          bench insights --interactions few | Invalid value for option '--interactions'
          bench insights --questions all    | There is no question all
          """)
  void wrongUsageIsExplained(String line, String message) {
    int exitCode = run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(err.toString()).contains(message).contains("Usage: workbench");
    assertThat(exitCode).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "--help,generate",
    "generate --help,--likes-from",
    "load --help,--token-file",
    "token --help,moderator",
    "up --help,token",
    "bench insights --help,--plain-limit",
    "bench freshness --help,--step-seconds"
  })
  void helpTellsWhatThereIs(String line, String part) {
    int exitCode = run(line.split(" "));

    assertThat(out.toString()).contains("Usage: workbench", part, "Exit codes:");
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
  }

  @Test
  void aFailureIsOneLine() throws IOException {
    Files.createFile(folder.resolve("mine.txt"));

    int exitCode = run("generate", folder.toString());

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            folder + " is not empty; name another folder, or replace what is there with --force\n");
    assertThat(exitCode).isEqualTo(1);
  }

  @Test
  void aFailureTellsWhereItComesFromIfAsked() {
    int exitCode = run("load", folder.toString(), "--verbose", "--token-file=token");

    assertThat(err.toString())
        .startsWith(folder + " has none of the files users.csv, photos.csv")
        .contains("at io.minigram.workbench.load.Loader.load");
    assertThat(exitCode).isEqualTo(1);
  }

  @Test
  void takesTimesWithAndWithoutAnHour() throws IOException {
    // when
    int exitCode =
        run(
            "generate",
            folder.resolve("network").toString(),
            "--users=500",
            "--start=2020-02-28",
            "--end=2020-02-29",
            "--tag-end=2020-02-28 12:00:00",
            "--likes-from=earlier");

    // then
    assertThat(exitCode).isZero();
    assertThat(Files.readAllLines(folder.resolve("network/network.properties")))
        .contains(
            "start=2020-02-28T00:00",
            "end=2020-02-29T23:59:59",
            "tagEnd=2020-02-28T12:00",
            "likesFrom=EARLIER");
  }

  private int run(String... arguments) {
    return Workbench.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
