package io.minigram.insights.exports;

import static io.minigram.workbench.testing.TestUsers.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import de.siegmar.fastcsv.reader.CsvReader;
import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as files for a spreadsheet. */
@InsightsTest
class ListExportTest {

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "suspectedBots?minLikedShare=0.8 | 'id,username,likes,likedShare' | 5,eve,4,1.0",
        "tagsByInfluence?usedBy=OTHERS&minFollowerShare=0.4" + " | 'tagId,name,uses' | '1,love,1'",
      })
  void holdsTheEntriesInOrder(String list, String columns, String first) {
    var answer = export(list);

    answer.then().statusCode(200).contentType(startsWith("text/csv"));
    var lines = answer.asString().split("\r\n");
    assertThat(lines[0].split(",")).contains(columns.split(","));
    assertThat(lines[0].split(",")).filteredOn(column -> !column.equals("id")).isSorted();
    assertThat(row(answer.asString(), 0)).containsAllEntriesOf(zip(columns, first));
  }

  @Test
  void goesOnPastAPage() {
    OwnerDatabase.execute(
        """
        insert into facts.users (id, username, created_at, batch_id)
        select id, 'user, "' || id || '"', timestamptz '2024-01-01 00:00Z' + id * interval '1 second', 1
        from generate_series(1001, 1250) as id
        """);
    RollUps.rebuild();

    var csv = export("users?orderBy=OLDEST").asString();

    var rows = records(csv);
    int id = rows.get(0).indexOf("id");
    int username = rows.get(0).indexOf("username");
    // the header and the five of the network stand with them
    assertThat(rows).hasSize(1 + 5 + 250);
    var added = rows.stream().filter(row -> row.get(id).length() == 4).toList();
    assertThat(added)
        .extracting(row -> row.get(id) + " " + row.get(username))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1001, 1250).mapToObj(i -> i + " user, \"" + i + "\"").toList());
  }

  @ParameterizedTest
  @CsvSource({
    "nothing,                      404, NOT_FOUND",
    "totals,                       404, NOT_FOUND",
    "users?first=3,                400, BAD_ARGUMENT",
    "users?colour=red,             400, BAD_ARGUMENT",
    "suspectedBots?minLikedShare=x,400, BAD_ARGUMENT",
    "suspectedBots?minLikedShare=2,400, BAD_ARGUMENT",
    "users?orderBy=SIZE,           400, BAD_QUERY",
    "users?orderBy=RATE&orderBy=OLDEST, 400, BAD_ARGUMENT",
  })
  void refusesWhatIsNoList(String list, int status, String code) {
    export(list).then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void isForViewersOnly() {
    given()
        .auth()
        .oauth2(token(Roles.INGESTOR))
        .accept("text/csv")
        .when()
        .get("/lists/users")
        .then()
        .statusCode(403);
  }

  private static Response export(String list) {
    return given()
        .auth()
        .oauth2(token(Roles.VIEWER))
        .accept("text/csv")
        .urlEncodingEnabled(false)
        .when()
        .get("/lists/" + list);
  }

  private static Map<String, String> row(String csv, int number) {
    var rows = records(csv);
    var named = new HashMap<String, String>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      named.put(rows.get(0).get(column), rows.get(number + 1).get(column));
    }
    return named;
  }

  private static Map<String, String> zip(String columns, String values) {
    var named = new HashMap<String, String>();
    var given = values.split(",");
    for (int column = 0; column < given.length; column++) {
      named.put(columns.split(",")[column], given[column]);
    }
    return named;
  }

  private static List<List<String>> records(String csv) {
    return CsvReader.builder().ofCsvRecord(csv).stream().map(row -> row.getFields()).toList();
  }
}
