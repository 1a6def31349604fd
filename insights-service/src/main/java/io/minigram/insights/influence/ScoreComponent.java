package io.minigram.insights.influence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One part of an account's influence score. */
@Description("One part of an account's influence score, such as a reach of 0.54.")
public record ScoreComponent(
    @NonNull @Description("Which part, such as REACH.") ScorePart part,
    @Description(
            "What the account has, suspected bots left out, such as 592 followers; null if there is"
                + " nothing to divide by.")
        Double value,
    @Description("What gives a part of one half, such as 500 followers.") double benchmark,
    @Description("value / (value + benchmark), 0 to 1, such as 0.542.") double score,
    @NonNull
        @Description(
            "The same in words, such as: 592 of 596 followers are no suspected bots; 500 would be a"
                + " tenth of all users.")
        String sentence) {}
