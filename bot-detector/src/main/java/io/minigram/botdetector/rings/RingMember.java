package io.minigram.botdetector.rings;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An account in a ring.")
public record RingMember(
    @Description("Id of the account.") @Id @NonNull String id,
    @Description(
            "The probability that it is a bot, as the run saw it; null if too low to be stored.")
        Double score) {}
