package io.minigram.edge.graphql;

import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The documents that a service packs in {@code documents}, each known by the SHA-256 of its text.
 * They are listed in {@code documents/documents.txt}, a name a line, since a native executable has
 * no folders to look into. A service without the list knows none.
 */
@Singleton
final class KnownDocuments {

  private static final String FOLDER = "documents/";
  private static final String LIST = "documents.txt";
  private static final String ALGORITHM = "sha256:";

  private final boolean arbitrary;
  private final Map<String, String> documents;

  KnownDocuments(DocumentsConfig config) {
    this.arbitrary = config.arbitrary();
    this.documents =
        read(LIST)
            .map(
                list ->
                    list.lines()
                        .map(name -> read(name).orElseThrow(() -> missing(name)))
                        .collect(Collectors.toMap(KnownDocuments::hash, Function.identity())))
            .orElse(Map.of());
  }

  /** Whether a document may be executed. */
  boolean isAllowed(String document) {
    return arbitrary || documents.containsKey(hash(document));
  }

  /**
   * The text of a document.
   *
   * @param id SHA-256 of the text in hexadecimal, with or without {@code sha256:} before it
   * @throws RequestException PERSISTED_QUERY_NOT_FOUND if it is not known
   */
  String text(String id) {
    var hash = id.startsWith(ALGORITHM) ? id.substring(ALGORITHM.length()) : id;
    var text = documents.get(hash.toLowerCase(Locale.ROOT));
    if (text == null) {
      throw RequestException.of(
          ErrorCode.PERSISTED_QUERY_NOT_FOUND, "No document of this hash is known; send its text");
    }
    return text;
  }

  private static Optional<String> read(String name) {
    try (var in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException(FOLDER + LIST + " lists " + name + ", which is not there");
  }
}
