package io.minigram.botdetector.evidence;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A like, comment or follow that partners did at the same time.")
public record SharedAction(
    @Description("The photo that was liked or commented; null for a follow.") @Id String photoId,
    @Description("The account that was followed; null for a like or comment.") @Id String userId,
    @Description("When, UTC.") @NonNull Instant at,
    @Description("How many partners did the same within the window of time.") int partners) {}
