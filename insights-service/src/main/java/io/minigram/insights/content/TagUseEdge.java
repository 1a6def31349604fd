package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How often a tag name is used in its list. */
@Description("How often a tag name is used in its list, such as the first.")
public record TagUseEdge(
    @NonNull @Description("How often a tag name is used, such as love 761 times.") TagUse node,
    @NonNull @Description("Its place in the list, to be given as `after`, such as OTA.")
        String cursor) {}
