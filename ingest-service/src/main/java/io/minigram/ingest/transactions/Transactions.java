package io.minigram.ingest.transactions;

import io.agroal.api.AgroalDataSource;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Begins, ends and repeats transactions. */
@ApplicationScoped
public class Transactions {

  private static final Logger LOG = Logger.getLogger(Transactions.class);
  private static final int ATTEMPTS = 5;

  private final AgroalDataSource database;

  Transactions(@DataSource("writing") AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Commits what the work does, or nothing of it; blocks until that is done. After a deadlock the
   * work is done again.
   *
   * @throws RequestException UNAVAILABLE, if the database is away; whether the work was committed
   *     is then unknown
   * @throws DatabaseException if PostgreSQL refuses a statement
   */
  public <T> T run(Function<Transaction, T> work) {
    for (int attempt = 1; ; attempt++) {
      try (var connection = connect()) {
        return commit(connection, work);
      } catch (DatabaseException e) {
        if (e.isAway()) {
          throw away(e);
        }
        if (!e.isDeadlock() || attempt >= ATTEMPTS) {
          throw e;
        }
      } catch (SQLException e) {
        throw away(e);
      }
    }
  }

  private Connection connect() throws SQLException {
    var connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static <T> T commit(Connection connection, Function<Transaction, T> work)
      throws SQLException {
    try {
      var result = work.apply(new Transaction(connection));
      connection.commit();
      return result;
    } catch (SQLException e) {
      connection.rollback();
      throw new DatabaseException(e);
    } catch (RuntimeException e) {
      // also after a fault of our own: what is left open might be committed with the connection
      connection.rollback();
      throw e;
    }
  }

  private static RequestException away(Exception cause) {
    return RequestException.of(ErrorCode.UNAVAILABLE, "The database is away", cause);
  }

  /**
   * A connection of its own, for a lock that lasts longer than a transaction: what it locks is free
   * again when it is closed, or when the process or PostgreSQL dies.
   *
   * @throws RequestException UNAVAILABLE, if the database is away
   */
  public Session openSession() {
    try {
      return new Session(database.getConnection());
    } catch (SQLException e) {
      throw away(e);
    }
  }

  /** Statements that are each committed at once, on one connection. */
  public static final class Session implements AutoCloseable {

    private static final NumberedStatement TRY_LOCK =
        NumberedStatement.read("/sql/transactions/try_lock.sql");
    private static final NumberedStatement UNLOCK =
        NumberedStatement.read("/sql/transactions/unlock.sql");

    private final Connection connection;
    private final Transaction statements;

    private Session(Connection connection) {
      this.connection = connection;
      this.statements = new Transaction(connection);
    }

    /**
     * Takes the lock unless another session has it; false then.
     *
     * @throws RequestException UNAVAILABLE, if the database is away
     */
    public boolean tryLock(Lock lock, long number) {
      try {
        return statements.query(TRY_LOCK, row -> row.flag(1), lock.ordinal(), (int) number).get(0);
      } catch (DatabaseException e) {
        throw e.isAway() ? away(e) : e;
      }
    }

    /**
     * Gives the lock back. The connection goes back to the pool, so it would outlive the session.
     */
    public void unlock(Lock lock, long number) {
      try {
        statements.query(UNLOCK, row -> row.flag(1), lock.ordinal(), (int) number);
      } catch (DatabaseException e) {
        // the connection is gone, and the lock with it
        LOG.debugf(e, "The lock %s %d is gone", lock, (Object) number);
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("The connection was gone", e);
      }
    }
  }

  /** What is locked: PostgreSQL knows locks by two numbers, this one and another. */
  public enum Lock {
    /** One import, by its id. */
    IMPORT,
    /** The sweep of what was removed. */
    SWEEP,
    /** The order of removals; held to the end of the transaction that requests them. */
    REMOVALS
  }
}
