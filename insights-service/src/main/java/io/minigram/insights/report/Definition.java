package io.minigram.insights.report;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a word means in this report. */
@Description("What a word means in this report, such as INFLUENCER: followed by more than 10 %.")
public record Definition(
    @NonNull @Description("The word, such as INFLUENCER.") Term term,
    @NonNull
        @Description("What it means, such as: A user whom more than 10.00 % of all users follow.")
        String meaning,
    @NonNull @Description("The thresholds in it, such as: minFollowerShare, 0.1.")
        List<@NonNull Figure> thresholds) {}
