package io.minigram.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WatchedBodyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LEAST_BYTES = 60;

  private final AtomicLong now = new AtomicLong();

  @Test
  void aByteASecondIsEnough() throws IOException {
    var body = watched(after(Duration.ofSeconds(1)));

    for (int second = 0; second < 600; second++) {
      body.read();
      body.check();
    }

    assertThat(body.read()).isZero();
  }

  @Test
  void fewerBytesAreTooSlow() throws IOException {
    var body = watched(after(Duration.ofMillis(1_100)));
    for (int read = 0; read < 55; read++) {
      body.read();
      body.check();
    }

    assertThatThrownBy(body::read)
        .asInstanceOf(type(RequestException.class))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_SLOW))
        .satisfies(
            refused ->
                assertThat(refused)
                    .hasMessage(
                        "55 bytes came in 60 s of waiting for them; at least 60 bytes are expected"
                            + " in each 60 s"));
  }

  @Test
  void whatCameEarlierDoesNotCountForLater() throws IOException {
    var body = watched(after(Duration.ofSeconds(2)));
    body.read(new byte[1_000]);
    for (int read = 0; read < 29; read++) {
      body.read();
      body.check();
    }
    for (int read = 0; read < 29; read++) {
      body.read();
      body.check();
    }

    body.read();
    body.check();

    assertThatThrownBy(body::read).isInstanceOf(RequestException.class);
  }

  @Test
  void theTimeOfItsReaderDoesNotCount() throws IOException {
    var body = watched(after(Duration.ZERO));

    for (int read = 0; read < 5; read++) {
      body.read();
      now.addAndGet(Duration.ofHours(1).toNanos());
      body.check();
    }

    assertThat(body.read()).isZero();
  }

  @Test
  void nothingAtAllIsNotWaitedFor() throws Exception {
    try (var sender = new PipedOutputStream();
        var pipe = new PipedInputStream(sender)) {
      var body = watched(pipe);
      var reading = reading(body);
      now.addAndGet(PATIENCE.toNanos());

      body.check();

      assertThat(reading)
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableThat()
          .havingRootCause()
          .isInstanceOf(RequestException.class)
          .withMessageStartingWith("Nothing came for 60 s");
    }
  }

  /** A few milliseconds before the first bytes must not make the rest a body that drips. */
  @Test
  void whatCameBeforeNothingMoreDoesNotHideThatNothingCame() throws Exception {
    try (var sender = new PipedOutputStream();
        var pipe = new PipedInputStream(sender)) {
      var body = watched(pipe);
      var reading = reading(body);
      now.addAndGet(Duration.ofMillis(5).toNanos());
      sender.write(1);
      sender.flush();
      assertThat(reading).succeedsWithin(Duration.ofSeconds(5));
      reading = reading(body);
      now.addAndGet(PATIENCE.minusMillis(5).toNanos());
      body.check();
      now.addAndGet(Duration.ofMillis(5).toNanos());

      body.check();

      assertThat(reading)
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableThat()
          .havingRootCause()
          .withMessageStartingWith("Nothing came for 60 s");
    }
  }

  @Test
  void whoWaitsIsWokenAndStaysUninterrupted() throws Exception {
    try (var sender = new PipedOutputStream();
        var pipe = new PipedInputStream(sender)) {
      var body = watched(pipe);
      var reading = reading(body).handle((read, failure) -> Thread.interrupted());

      body.breakOff(RequestException.of(ErrorCode.UNAVAILABLE, "stop"));

      assertThat(reading).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(false);
    }
  }

  @Test
  void whatIsBrokenOffIsNotReadAnyMore() {
    var body = watched(new ByteArrayInputStream(new byte[10]));

    body.breakOff(RequestException.of(ErrorCode.UNAVAILABLE, "stop"));
    body.breakOff(RequestException.of(ErrorCode.TOO_SLOW, "later"));

    assertThatThrownBy(body::read).hasMessage("stop");
    assertThat(Thread.interrupted()).isFalse();
  }

  private CompletableFuture<Integer> reading(WatchedBody body) {
    var reader = new Thread[1];
    var reading =
        CompletableFuture.supplyAsync(
            () -> {
              reader[0] = Thread.currentThread();
              try {
                return body.read();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    Awaitility.await()
        .until(() -> reader[0] != null && reader[0].getState() == Thread.State.TIMED_WAITING);
    return reading;
  }

  private WatchedBody watched(InputStream body) {
    return new WatchedBody(body, PATIENCE, LEAST_BYTES, now::get);
  }

  /** Zeros without end, each read of them after a while. */
  private InputStream after(Duration while_) {
    return new InputStream() {
      @Override
      public int read() {
        now.addAndGet(while_.toNanos());
        return 0;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        now.addAndGet(while_.toNanos());
        return length;
      }
    };
  }
}
