package io.minigram.botdetector.evidence;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("With whom an account acted together in one way, and where.")
public record LockstepEvidence(
    @Description("The signal that measures it, such as LIKE_LOCKSTEP.") @NonNull String signal,
    @Description("The strongest partners, the strongest first; at most 10.") @NonNull
        List<@NonNull Partner> partners,
    @Description("What it did near most of its partners, the most first; at most 20.") @NonNull
        List<@NonNull SharedAction> actions) {}
