package io.minigram.insights.themes;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How often tags of a theme are used. */
@Description("How often tags of a theme are used.")
public record ThemeUse(
    @NonNull @Description("The theme's name.") String theme,
    @Description("Pairs of a photo and a tag of the theme.") long uses,
    @Description("Photos with at least one tag of the theme.") long photos) {}
