package io.minigram.edge.command;

import java.util.List;

/**
 * Something that a service's artifact does instead of serving, without HTTP, Quarkus's settings or
 * the service's own access to the database. A module names its commands in {@code
 * META-INF/services}.
 */
public interface Command {

  /** The first word of the command line. */
  String name();

  /** Its part of {@code --help}: two spaces, the name, and what it does. */
  String usage();

  /**
   * @param arguments what follows the name on the command line
   * @return the exit code: 0 done, 1 failed, 2 wrong usage
   */
  int run(List<String> arguments);
}
