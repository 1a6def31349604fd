package io.minigram.insights.content;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Highly engaged photos, the most engaged first. */
@Description("Highly engaged photos, the most engaged first.")
public record EngagedPhotoConnection(
    @NonNull @Description("The entries of this page.") List<@NonNull EngagedPhotoEdge> edges,
    @NonNull @Description("Where this page lies in the list.") PageInfo pageInfo,
    @Description("Entries in the whole list.") long totalCount,
    @Description("Engagement of the last one; null if there is none.") Double cutOff) {}
