package io.minigram.botdetector.models;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the list of models.")
public record ScoringModelConnection(
    @Description("The models of this page.") @NonNull List<@NonNull ScoringModelEdge> edges,
    @Description("Where the page lies in the list.") @NonNull PageInfo pageInfo,
    @Description("Models in the whole list.") long totalCount) {

  static ScoringModelConnection of(Page<ScoringModel> page) {
    return new ScoringModelConnection(
        page.edges(entry -> new ScoringModelEdge(entry.row(), entry.cursor())),
        page.pageInfo(),
        page.totalCount());
  }
}
