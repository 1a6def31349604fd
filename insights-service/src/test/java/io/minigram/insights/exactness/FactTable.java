package io.minigram.insights.exactness;

import java.util.List;
import java.util.Locale;

/** The tables of facts, in the order in which a batch writes them, and takes from them. */
enum FactTable {
  USERS(true, "bigint", "text", "timestamptz"),
  PHOTOS(true, "bigint", "bigint", "text", "timestamptz"),
  TAGS(false, "bigint", "text", "timestamptz"),
  PHOTO_TAGS(true, "bigint", "bigint"),
  FOLLOWS(true, "bigint", "bigint", "timestamptz"),
  LIKES(true, "bigint", "bigint", "timestamptz"),
  COMMENTS(true, "bigint", "bigint", "bigint", "text", "timestamptz");

  final List<String> types;
  final NumberedStatement insert;

  /** Null if its rows never go. */
  final NumberedStatement retract;

  FactTable(boolean canGo, String... types) {
    this.types = List.of(types);
    this.insert = read("insert");
    this.retract = canGo ? read("retract") : null;
  }

  private NumberedStatement read(String what) {
    return NumberedStatement.ofIngest(what + "_" + name().toLowerCase(Locale.ROOT));
  }
}
