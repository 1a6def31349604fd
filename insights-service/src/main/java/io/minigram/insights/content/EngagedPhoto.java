package io.minigram.insights.content;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A highly engaged photo, as far as other questions need it.
 *
 * @param sum its engagement under the rule's {@link Weights}
 * @param rank its place by engagement; equal ones share it
 */
public record EngagedPhoto(
    long id, OffsetDateTime createdAt, long sum, long rank, long likes, List<Long> tagIds) {}
