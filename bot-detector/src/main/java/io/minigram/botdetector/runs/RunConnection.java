package io.minigram.botdetector.runs;

import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the list of runs.")
public record RunConnection(
    @Description("The runs of this page.") @NonNull List<@NonNull RunEdge> edges,
    @Description("Where the page lies in the list.") @NonNull PageInfo pageInfo,
    @Description("Runs in the whole list.") long totalCount) {

  static RunConnection of(Page<Run> page) {
    return new RunConnection(
        page.edges(entry -> new RunEdge(entry.row(), entry.cursor())),
        page.pageInfo(),
        page.totalCount());
  }
}
