package io.minigram.ingest.rows;

/** A column that must name something that exists. */
public record Reference(Column column, Target target) {

  /** What can be referred to. */
  public enum Target {
    USER(RejectCode.UNKNOWN_USER, "user", "find_users.sql"),
    PHOTO(RejectCode.UNKNOWN_PHOTO, "photo", "find_photos.sql"),
    TAG(RejectCode.UNKNOWN_TAG, "tag", "find_tags.sql");

    private final RejectCode unknown;
    private final String noun;
    private final String statement;

    Target(RejectCode unknown, String noun, String statement) {
      this.unknown = unknown;
      this.noun = noun;
      this.statement = statement;
    }

    /** The file of the look-up in {@code /sql/imports}. */
    public String statement() {
      return statement;
    }

    /** Why a row is refused whose target does not exist. */
    public RowException unknown(long id) {
      return new RowException(unknown, "There is no " + noun + " " + id);
    }
  }
}
