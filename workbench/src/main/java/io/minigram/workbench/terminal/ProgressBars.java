package io.minigram.workbench.terminal;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar a task, on stderr. */
final class ProgressBars implements Progress {

  private static final int REFRESH_MILLIS = 200;

  @Override
  public Task start(String name, Unit unit, long total) {
    var builder =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS);
    switch (unit) {
      case ROWS -> builder.setUnit(" rows", 1);
      case BYTES -> builder.setUnit(" kB", 1_000);
    }
    return new Bar(builder.build());
  }

  private record Bar(ProgressBar bar) implements Task {

    @Override
    public void advance(long by) {
      bar.stepBy(by);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
