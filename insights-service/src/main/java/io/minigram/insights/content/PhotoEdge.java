package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A photo in its list. */
@Description("A photo in its list, such as the first.")
public record PhotoEdge(
    @NonNull @Description("The photo, such as the one with id 381.") Photo node,
    @NonNull @Description("Its place in the list, to be given as `after`, such as MTIxMzoxMjM1Mg.")
        String cursor) {}
