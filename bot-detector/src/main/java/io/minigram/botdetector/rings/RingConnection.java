package io.minigram.botdetector.rings;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the list of rings.")
public record RingConnection(
    @Description("The rings of this page.") @NonNull List<@NonNull RingEdge> edges,
    @Description("Where the page lies in the list.") @NonNull PageInfo pageInfo,
    @Description("Rings in the whole list.") long totalCount) {

  static RingConnection of(Page<Ring> page) {
    return new RingConnection(
        page.edges(entry -> new RingEdge(entry.row(), entry.cursor())),
        page.pageInfo(),
        page.totalCount());
  }
}
