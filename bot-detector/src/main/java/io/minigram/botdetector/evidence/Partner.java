package io.minigram.botdetector.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An account that did the same at the same time, again and again.")
public record Partner(
    @Description("Id of the account.") @Id @NonNull String id,
    @Description(
            "How strongly that speaks against chance, in nats: 5 is 148 times less likely than the"
                + " strongest coincidence among all accounts.")
        double evidence) {}
