package io.minigram.ingest.imports;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How a body is packed ({@code Content-Encoding}), and how much may come out of it. */
enum Encoding {
  IDENTITY,
  GZIP;

  private static final int BUFFER = 64 * 1024;

  /** Deflate packs at most 1,032 to 1, but rows that differ never come near a tenth of that. */
  private static final long LARGEST_RATIO = 200;

  /** Below this much a ratio says little. */
  private static final long RATIO_FROM = 64L * 1024 * 1024;

  /**
   * @param header the request's header, or null
   * @throws RequestException UNSUPPORTED_MEDIA_TYPE if it names anything but gzip
   */
  static Encoding of(String header) {
    return switch (header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT)) {
      case "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      default ->
          throw RequestException.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Send the body plain or with Content-Encoding: gzip");
    };
  }

  /**
   * The unpacked body.
   *
   * @param mostBytes that may come out of it; reading more fails with TOO_LARGE
   * @throws RequestException BAD_ENCODING if it is not gzip; later also from its {@code read}
   */
  InputStream unpack(InputStream body, long mostBytes) throws IOException {
    var packed = new Counted(body);
    return new Bounded(this == GZIP ? gunzip(packed) : packed, packed, this == GZIP, mostBytes);
  }

  private static InputStream gunzip(InputStream packed) throws IOException {
    try {
      return new GZIPInputStream(packed, BUFFER);
    } catch (ZipException | EOFException e) {
      throw notGzip(e);
    }
  }

  private static RequestException notGzip(Exception cause) {
    return RequestException.of(
        ErrorCode.BAD_ENCODING, "The body is not gzip, though its header says so", cause);
  }

  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream in) {
      super(new BufferedInputStream(in, BUFFER));
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytes += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      bytes += Math.max(count, 0);
      return count;
    }
  }

  private static final class Bounded extends FilterInputStream {

    private final Counted packed;
    private final boolean isPacked;
    private final long most;
    private long bytes;

    Bounded(InputStream in, Counted packed, boolean isPacked, long most) {
      super(in);
      this.packed = packed;
      this.isPacked = isPacked;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count;
      try {
        count = super.read(into, offset, length);
      } catch (ZipException e) {
        throw notGzip(e);
      }
      bytes += Math.max(count, 0);
      if (bytes > most) {
        throw tooLarge("The body is larger than %,d bytes".formatted(most));
      }
      if (isPacked && bytes > RATIO_FROM && bytes / LARGEST_RATIO > packed.bytes) {
        throw tooLarge("The body unpacks to more than %d times its size".formatted(LARGEST_RATIO));
      }
      return count;
    }

    private static RequestException tooLarge(String what) {
      return RequestException.of(ErrorCode.TOO_LARGE, what + "; send it in parts");
    }
  }
}
