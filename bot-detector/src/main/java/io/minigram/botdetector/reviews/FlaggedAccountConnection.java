package io.minigram.botdetector.reviews;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the list of flagged accounts.")
public record FlaggedAccountConnection(
    @Description("The accounts of this page.") @NonNull List<@NonNull FlaggedAccountEdge> edges,
    @Description("Where the page lies in the list.") @NonNull PageInfo pageInfo,
    @Description("Accounts in the whole list.") long totalCount) {

  static FlaggedAccountConnection of(Page<FlaggedAccount> page) {
    return new FlaggedAccountConnection(
        page.edges(entry -> new FlaggedAccountEdge(entry.row(), entry.cursor())),
        page.pageInfo(),
        page.totalCount());
  }
}
