package io.minigram.insights.content;

import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Highly engaged photos, the most engaged first. */
@Description("Highly engaged photos, the most engaged first, such as the top 1 %.")
public record EngagedPhotoConnection(
    @NonNull @Description("The entries of this page, such as the first 10.")
        List<@NonNull EngagedPhotoEdge> edges,
    @NonNull @Description("Where this page lies in the list, such as at its start.")
        PageInfo pageInfo,
    @Description("Entries in the whole list, such as 250 of 25,000 photos.") long totalCount,
    @Description("Engagement of the last one, such as 500; null if there is none.")
        Double cutOff) {}
