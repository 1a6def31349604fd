package io.minigram.workbench.terminal;

import java.lang.reflect.InvocationTargetException;

/** Whether a person looks at the output. */
public final class Terminal {

  private Terminal() {}

  public static boolean isThere() {
    var console = System.console();
    if (console == null) {
      return false;
    }
    // From Java 22 on there is always a console, and it has to be asked whether it is a terminal.
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
