package io.minigram.botdetector.reviews;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the list of flagged accounts.")
public record AccountConnection(
    @Description("The accounts of this page.") @NonNull List<@NonNull AccountEdge> edges,
    @Description("Where the page lies in the list.") @NonNull PageInfo pageInfo,
    @Description("Accounts in the whole list.") long totalCount) {

  static AccountConnection of(Page<Account> page) {
    return new AccountConnection(
        page.edges(entry -> new AccountEdge(entry.row(), entry.cursor())),
        page.pageInfo(),
        page.totalCount());
  }
}
