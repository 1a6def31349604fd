package io.minigram.ingest.rows;

/** A column that must name something that exists. */
public record Reference(Column column, Target target) {

  /** What can be referred to. */
  public enum Target {
    USER(RejectCode.UNKNOWN_USER, "user", "ACCOUNT", "find_users.sql"),
    PHOTO(RejectCode.UNKNOWN_PHOTO, "photo", "PHOTO", "find_photos.sql"),
    /** Tags are not removed. */
    TAG(RejectCode.UNKNOWN_TAG, "tag", "", "find_tags.sql");

    private final RejectCode unknown;
    private final String noun;
    private final String removal;
    private final String statement;

    Target(RejectCode unknown, String noun, String removal, String statement) {
      this.unknown = unknown;
      this.noun = noun;
      this.removal = removal;
      this.statement = statement;
    }

    /** What {@code facts.removal} calls it. */
    public String removal() {
      return removal;
    }

    /** What {@code facts.removal} calls by this name. */
    public static Target ofRemoval(String removal) {
      return removal.equals(USER.removal) ? USER : PHOTO;
    }

    /** The file of the look-up in {@code /sql/batches}. */
    public String statement() {
      return statement;
    }

    /** Why a row is refused whose target does not exist. */
    public RowException unknown(long id) {
      return new RowException(unknown, "There is no " + noun + " " + id);
    }

    /** Why a row is refused whose target was removed. */
    public RowException erased(long id) {
      return new RowException(RejectCode.ERASED, "The " + noun + " " + id + " was removed");
    }
  }
}
