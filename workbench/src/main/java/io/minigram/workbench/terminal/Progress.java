package io.minigram.workbench.terminal;

/** Tells whoever waits how far a long task has come. */
public interface Progress {

  /** Says nothing. */
  Progress SILENT = (name, unit, total) -> by -> {};

  /**
   * @param name what is being done, such as a file's name
   * @param total how much there is to do, in bytes or rows
   */
  Task start(String name, Unit unit, long total);

  /** Bars on a terminal; nothing where the output goes to a file or a pipe. */
  static Progress onTerminal() {
    return Terminal.isThere() ? new ProgressBars() : SILENT;
  }

  /** What the progress is counted in. */
  enum Unit {
    ROWS,
    BYTES
  }

  /** One task that has begun; may be told of progress by several threads. */
  @FunctionalInterface
  interface Task extends AutoCloseable {

    void advance(long by);

    @Override
    default void close() {}
  }
}
