package io.minigram.workbench.terminal;

/**
 * What a command could not do, said in one line that the person at the terminal can act upon. It
 * ends the command with exit code 1; the stack trace is shown with {@code --verbose} only.
 */
public final class CommandFailure extends RuntimeException {

  public CommandFailure(String message) {
    super(message);
  }

  public CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
