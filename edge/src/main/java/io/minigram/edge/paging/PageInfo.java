package io.minigram.edge.paging;

import org.eclipse.microprofile.graphql.Description;

/** Where a page lies in its list, as Relay defines it. */
@Description("Where a page lies in its list, as the Relay specification defines it.")
public record PageInfo(
    @Description("Whether more follows after this page.") boolean hasNextPage,
    @Description("Whether something stands before this page.") boolean hasPreviousPage,
    @Description("Cursor of the first entry; null on an empty page.") String startCursor,
    @Description("Cursor of the last entry, to be given as `after`; null on an empty page.")
        String endCursor) {}
