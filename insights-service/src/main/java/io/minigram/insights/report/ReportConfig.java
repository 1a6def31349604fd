package io.minigram.insights.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the report cannot see in the data. */
@ConfigMapping(prefix = "minigram.report")
interface ReportConfig {

  /** Where the data come from, in words, such as: generated with seed 42. */
  @WithDefault("unknown: imported by somebody who has not said whether they are real or generated")
  String origin();
}
