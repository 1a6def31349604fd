package io.minigram.botdetector.models;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A signal of the latest run's model, and what moderators decided where it spoke up.")
public record SignalPrecision(
    @Description("Name of the signal, such as LIKE_LOCKSTEP.") @NonNull String name,
    @Description("Signals of one group measure the same: only the largest contribution counts.")
        @NonNull
        String group,
    @Description("The measurement above which it contributes.") double from,
    @Description("The measurement from which it contributes no more.") double to,
    @Description("The most that it contributes, in log odds.") double weight,
    @Description("Whether it is only measured, and does not count.") @NonNull boolean shadow,
    @Description("Accounts to whose score it contributed, and on which a decision stands.")
        long decided,
    @Description("Those of them that were confirmed to be bots.") long confirmed,
    @Description("The share of them that were confirmed; null as long as none is decided.")
        Double precision) {}
