package io.minigram.ingest.writes;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What a committed write did. */
@Description("What a write did; it is committed when this is answered.")
public record WriteResult(
    @Id
        @NonNull
        @Description(
            "What was written: an id, or for a comment photo:comment, for a like photo:user, for a"
                + " follow followee:follower.")
        String id,
    @Description("False if it was so before: a like repeated, a follow taken back twice.")
        boolean changed,
    @Description(
            "From when on it can be read: hand it to insights-service as `atLeast` to see what you"
                + " wrote, or what was so before. Opaque, and later for what you write later. Null"
                + " for a photo or account that is removed: nothing of it has gone yet when that is"
                + " answered.")
        String position) {}
