package io.minigram.insights.themes;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How often tags of a theme are used. */
@Description("How often tags of a theme are used, such as those of nature 41 times.")
public record ThemeUse(
    @NonNull @Description("The theme's name, such as nature.") String theme,
    @Description("Pairs of a photo and a tag of the theme, such as 41.") long uses,
    @Description("Photos with at least one tag of the theme, such as 38.") long photos) {}
