package io.minigram.insights.users;

import org.eclipse.microprofile.graphql.Description;

/** Which names a search finds. */
@Description("Which names a search finds, such as PREFIX for amy and amy25 by amy.")
public enum NameMatch {
  @Description("Only the very name, such as amy by amy.")
  EXACT,
  @Description("All names that begin so, such as amy25 by amy; upper and lower case differ.")
  PREFIX
}
