package io.minigram.insights.report;

import org.eclipse.microprofile.graphql.Description;

/** Whether the data support a recommendation. */
@Description("Whether the data support a recommendation, such as NOT_SUPPORTED.")
public enum Verdict {
  @Description("The data support it, by the tests given, such as a p-value of 0.003.")
  SUPPORTED,
  @Description("The data do not support it, such as where no month is weaker than chance allows.")
  NOT_SUPPORTED,
  @Description("There are too little data to tell, such as those of three users.")
  TOO_LITTLE_DATA
}
