package io.minigram.botdetector.models;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One number or name that decides how accounts are scored.")
public record Setting(
    @Description("What it is, such as LIKED_SHARE.weight.") @NonNull String name,
    @Description("Its value, such as 12.") @NonNull String value) {}
