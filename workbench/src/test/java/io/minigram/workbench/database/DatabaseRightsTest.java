package io.minigram.workbench.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each role may do, and what it must not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseRightsTest {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final Passwords passwords = Passwords.random();
  private EmbeddedPostgres postgres;
  private Database owner;

  @BeforeAll
  void start() throws Exception {
    postgres = EmbeddedPostgres.start();
    owner = new Database("localhost", postgres.getPort(), "minigram", "postgres", "postgres");
    Bootstrap.run(owner, passwords);
    for (var schema : Schema.values()) {
      schema.migrate(owner, passwords);
    }
  }

  @AfterAll
  void stop() throws Exception {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INGEST_SERVICE   | insert into facts.tags values (1, 'sunset', now(), 1)
          INGEST_SERVICE   | update facts.import set received = 0
          INGEST_SERVICE   | select nextval('facts.batch_id')
          INGEST_SERVICE   | select setval('facts.user_id', 5)
          INGEST_SERVICE   | delete from facts.likes
          INGEST_SERVICE   | insert into facts.retraction (fact, subject_id, origin_batch_id, batch_id) values ('USERS', 1, 1, 1)
          INGEST_SERVICE   | insert into facts.removal (target, id) values ('PHOTO', 1)
          INGEST_SERVICE   | update facts.reject set original = ''
          INGEST_SERVICE   | delete from facts.reject
          INGEST_SERVICE   | delete from facts.request
          INSIGHTS_SERVICE | select count(*) from facts.retraction
          BOT_DETECTOR     | select count(*) from facts.removal
          INSIGHTS_SERVICE | select count(*) from facts.comments
          INSIGHTS_SERVICE | select count(xid) from facts.batch
          INSIGHTS_SERVICE | select count(*) from moderation.flagged_account
          INSIGHTS_SERVICE | select count(*) from moderation.flagged_change
          INSIGHTS_SERVICE | delete from insights.tag_theme where false
          BOT_DETECTOR     | select count(*) from facts.likes
          BOT_DETECTOR     | select count(*) from moderation.note
          BOT_DETECTOR     | delete from moderation.note
          """)
  void mayDoItsWork(Role role, String statement) {
    assertThatCode(() -> execute(role, statement)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INGEST_SERVICE     | update facts.likes set created_at = now()
          INGEST_SERVICE     | update facts.users set username = 'x'
          INGEST_SERVICE     | delete from facts.tags
          INGEST_SERVICE     | delete from facts.batch
          INGEST_SERVICE     | delete from facts.import
          INGEST_SERVICE     | delete from facts.removal
          INGEST_SERVICE     | delete from facts.retraction
          INGEST_SERVICE     | update facts.retraction set user_id = 1
          INGEST_SERVICE     | update facts.request set answer = '{}'
          INGEST_SERVICE     | update facts.batch set likes = 0
          INGEST_SERVICE     | truncate facts.likes
          INGEST_SERVICE     | insert into facts.flyway_schema_history (installed_rank) values (9)
          INGEST_SERVICE     | select count(*) from insights.tag_theme
          INGEST_SERVICE     | select count(*) from moderation.score
          INGEST_SERVICE     | drop table facts.likes
          INSIGHTS_SERVICE   | insert into facts.tags values (2, 'love', now(), 1)
          INSIGHTS_SERVICE   | delete from facts.likes
          INSIGHTS_SERVICE   | select count(*) from facts.import
          INSIGHTS_SERVICE   | select count(*) from facts.reject
          INSIGHTS_SERVICE   | select count(*) from facts.request
          INSIGHTS_SERVICE   | delete from facts.removal
          INSIGHTS_SERVICE   | select count(*) from moderation.note
          INSIGHTS_SERVICE   | select count(*) from moderation.event
          INSIGHTS_SERVICE   | update moderation.review set state = 'OPEN'
          INSIGHTS_SERVICE   | insert into moderation.flagged_change (suspects, user_id, flagged) values ('DETECTOR', 1, true)
          INSIGHTS_SERVICE   | update insights.flyway_schema_history set success = false
          BOT_DETECTOR       | insert into facts.tags values (3, 'cute', now(), 1)
          BOT_DETECTOR       | delete from facts.likes
          BOT_DETECTOR       | select count(*) from insights.tag_theme
          BOT_DETECTOR       | update moderation.event set to_state = 'DISMISSED'
          BOT_DETECTOR       | delete from moderation.event
          BOT_DETECTOR       | update moderation.note set note = ''
          BOT_DETECTOR       | delete from moderation.flagged_change
          BOT_DETECTOR       | update moderation.flagged_change set flagged = false
          BOT_DETECTOR       | update moderation.run set flagged = 0
          BOT_DETECTOR       | update moderation.review set user_id = 1
          FACTS_MIGRATOR     | select count(*) from moderation.score
          INSIGHTS_MIGRATOR  | select count(*) from facts.users
          MODERATION_MIGRATOR| select count(*) from facts.users
          MODERATION_MIGRATOR| create table facts.mine (id bigint)
          """)
  void mustNotDoMore(Role role, String statement) {
    refused(role, statement);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"INGEST_SERVICE", "INSIGHTS_SERVICE", "BOT_DETECTOR"},
      value = Role.class)
  void aServiceCanCreateNothing(Role role) {
    for (var schema : Schema.values()) {
      refused(role, "create table %s.mine (id bigint)".formatted(schema.schemaName()));
    }
    refused(role, "create table public.mine (id bigint)");
    if (role != Role.INSIGHTS_SERVICE) {
      // the roller puts a roll together in temporary tables
      refused(role, "create temporary table mine (id bigint)");
    }
    refused(role, "create schema mine");
    refused(role, "create role mine");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleCannotEnterWithAnothersRights(Role role) {
    refused(role, "set role postgres");
    for (var other : Role.values()) {
      if (other != role) {
        refused(role, "set role " + other.name().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void aQuestionOfInsightsServiceEndsInTime() throws SQLException {
    try (var connection =
            owner
                .as(Role.INSIGHTS_SERVICE.roleName(), passwords.of(Role.INSIGHTS_SERVICE))
                .connect();
        var statement = connection.createStatement();
        var setting = statement.executeQuery("show statement_timeout")) {
      setting.next();
      assertThat(setting.getString(1)).isEqualTo("30s");
    }
  }

  private void refused(Role role, String statement) {
    assertThatThrownBy(() -> execute(role, statement))
        .as("%s: %s", role, statement)
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }

  /** Runs the statement as the role and takes it back. */
  private void execute(Role role, String statement) throws SQLException {
    try (var connection = owner.as(role.roleName(), passwords.of(role)).connect();
        var running = connection.createStatement()) {
      connection.setAutoCommit(false);
      running.execute(statement);
      connection.rollback();
    }
  }
}
