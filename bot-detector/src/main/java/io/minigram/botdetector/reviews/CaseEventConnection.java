package io.minigram.botdetector.reviews;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the list of a case's events.")
public record CaseEventConnection(
    @Description("The events of this page.") @NonNull List<@NonNull CaseEventEdge> edges,
    @Description("Where the page lies in the list.") @NonNull PageInfo pageInfo,
    @Description("Events in the whole list.") long totalCount) {

  static CaseEventConnection of(Page<CaseEvent> page) {
    return new CaseEventConnection(
        page.edges(entry -> new CaseEventEdge(entry.row(), entry.cursor())),
        page.pageInfo(),
        page.totalCount());
  }
}
