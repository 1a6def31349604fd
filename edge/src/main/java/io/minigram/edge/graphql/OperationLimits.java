package io.minigram.edge.graphql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one GraphQL operation may ask for, and how many may be answered at once. */
@ConfigMapping(prefix = "minigram.graphql.limits")
interface OperationLimits {

  /** Tokens of a document; names, numbers, strings and punctuators are one each. */
  @WithDefault("5000")
  int tokens();

  /** Fields below each other, introspection included. */
  @WithDefault("16")
  int depth();

  /** Fields under another name, {@code __typename} included, each time that they are spread. */
  @WithDefault("60")
  int aliases();

  /** Directives, each time that they are spread. */
  @WithDefault("60")
  int directives();

  /** Fields of the answer: each counts as often as the pages that it stands in have rows. */
  @WithDefault("20000")
  int complexity();

  /** Rows of a page, {@code first}; no list takes more than 100, whatever this says. */
  @WithDefault("100")
  int pageSize();

  /** How long an operation may take; a statement of it ends earlier, by the database role's. */
  @WithDefault("60s")
  Duration time();

  /** Operations that are answered at once. */
  @WithDefault("32")
  int atOnce();

  /** Operations that wait for others to end. */
  @WithDefault("1000")
  int waiting();

  /** How long they wait. */
  @WithDefault("5s")
  Duration patience();
}
