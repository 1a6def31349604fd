package io.minigram.insights.live;

import static io.minigram.workbench.testing.TestUsers.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.minigram.edge.identity.Roles;
import io.minigram.insights.InsightsTest;
import io.minigram.insights.rolling.RollUps;
import io.minigram.insights.testing.SmallNetwork;
import io.minigram.workbench.testing.GraphQLSocket;
import io.minigram.workbench.testing.OwnerDatabase;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever subscribes hears of new facts when they are rolled up. */
@InsightsTest
class LiveTest {

  @BeforeEach
  void load() {
    SmallNetwork.load();
  }

  @Test
  void tellsTheFiguresAtOnceAndAgainWhenTheyChange() throws IOException {
    try (var first = subscriber();
        var second = subscriber()) {
      assertThat(likes(first)).isEqualTo(12);
      assertThat(likes(second)).isEqualTo(12);

      OwnerDatabase.execute(
          """
          insert into facts.likes (photo_id, user_id, created_at, batch_id)
          values (13, 4, '2024-12-30 11:00:00Z', 2);
          insert into facts.batch (id, likes) values (2, 1);
          """);
      RollUps.roll();

      assertThat(likes(first)).isEqualTo(13);
      assertThat(likes(second)).isEqualTo(13);
    }
  }

  private static GraphQLSocket subscriber() {
    var socket = new GraphQLSocket(RestAssured.port);
    socket.initialise(token(Roles.VIEWER));
    assertThat(socket.next()).contains("connection_ack");
    socket.send(
        """
        {"id": "1", "type": "subscribe",
         "payload": {"query": "subscription { headline { likes asOf { version } } }"}}
        """);
    return socket;
  }

  private static long likes(GraphQLSocket socket) throws IOException {
    var message = new ObjectMapper().readTree(socket.next());
    assertThat(message.path("type").asText()).as(message.toString()).isEqualTo("next");
    return message.at("/payload/data/headline/likes").asLong();
  }
}
