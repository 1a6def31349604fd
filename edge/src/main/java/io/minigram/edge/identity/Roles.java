package io.minigram.edge.identity;

import java.util.List;
import java.util.Set;

/**
 * What a caller may be, as the token's roles claim names it. No role implies another: whoever is to
 * do two things has two roles.
 */
public final class Roles {

  /** Reads insights. */
  public static final String VIEWER = "viewer";

  /** Writes interaction data. */
  public static final String INGESTOR = "ingestor";

  /** Sees flagged accounts with their scores, and decides on them. */
  public static final String MODERATOR = "moderator";

  /** Erases, changes models and settings, reads metrics. */
  public static final String ADMIN = "admin";

  /** Every role there is. */
  public static final List<String> ALL = List.of(VIEWER, INGESTOR, MODERATOR, ADMIN);

  /** The roles whose every use is audited. */
  public static final Set<String> WATCHED = Set.of(MODERATOR, ADMIN);

  private Roles() {}
}
