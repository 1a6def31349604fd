package io.minigram.insights.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** How often a tag name is used. */
@Description("How often a tag name is used; tags that share a name are counted together.")
public record TagUse(
    @Id @Description("The lowest id of the tags with this name.") long tagId,
    @NonNull @Description("The tag's name.") String name,
    @Description("Pairs of a photo and a tag with this name.") long uses) {}
