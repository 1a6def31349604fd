package io.minigram.botdetector.files;

import com.sun.management.OperatingSystemMXBean;
import io.minigram.botdetector.scoring.Network;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What a run of {@code score} has taken, for benchmarks: {@code name=value}, one a line. */
final class Times {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final int KIB = 1_024;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final long start = System.nanoTime();
  private long read;
  private long computed;
  private long processorAtStart;
  private long processor;

  /** The network has been read. */
  void read() {
    read = System.nanoTime();
    processorAtStart = system.getProcessCpuTime();
  }

  /** All accounts have their score. */
  void computed() {
    computed = System.nanoTime();
    processor = system.getProcessCpuTime() - processorAtStart;
  }

  /**
   * Prints all, once the scores are written.
   *
   * @param ordering what putting events in order took while the network was read, on one thread;
   *     counts as computing
   */
  void print(Network network, Duration ordering, PrintStream out) throws IOException {
    double written = seconds(System.nanoTime() - computed);
    double ordered = seconds(ordering.toNanos());
    print(out, "accounts", network.accounts());
    print(out, "likes", network.likes().size());
    print(out, "comments", network.comments().size());
    print(out, "follows", network.follows().size());
    print(out, "readSeconds", seconds(read - start) - ordered);
    print(out, "computeSeconds", seconds(computed - read) + ordered);
    print(out, "computeProcessorSeconds", seconds(processor) + ordered);
    print(out, "writeSeconds", written);
    print(out, "peakHeapBytes", peakHeap());
    print(out, "peakResidentBytes", peakResident());
  }

  private static double seconds(long nanoseconds) {
    return nanoseconds / 1e9;
  }

  /** With what is garbage by then and was not collected yet. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  /** 0 where the operating system does not tell. */
  private static long peakResident() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private static void print(PrintStream out, String name, double value) {
    out.printf(Locale.ROOT, "%s=%.3f%n", name, value);
  }

  private static void print(PrintStream out, String name, long value) {
    out.printf(Locale.ROOT, "%s=%d%n", name, value);
  }
}
