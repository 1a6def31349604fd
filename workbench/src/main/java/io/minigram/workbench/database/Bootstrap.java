package io.minigram.workbench.database;

import io.minigram.edge.bootstrap.DatabaseBootstrap;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Step one of three, as the services' own artifacts do it, but inside this process. */
public final class Bootstrap {

  private Bootstrap() {}

  /** Can be run again at any time: what is there stays, and the passwords are set anew. */
  public static void run(Database owner, Passwords passwords) throws SQLException {
    DatabaseBootstrap.run(
        owner.jdbcUrl(),
        owner.user(),
        owner.password(),
        Arrays.stream(Role.values()).collect(Collectors.toMap(Role::roleName, passwords::of)));
  }
}
