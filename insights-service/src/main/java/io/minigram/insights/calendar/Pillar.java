package io.minigram.insights.calendar;

import org.eclipse.microprofile.graphql.Description;

/** What a network grows by. */
@Description("What a network grows by.")
public enum Pillar {
  @Description("Registered users.")
  USERS,
  @Description("Photos posted.")
  PHOTOS,
  @Description("Likes given.")
  LIKES,
  @Description("Comments made.")
  COMMENTS,
  @Description("Photos, likes and comments together.")
  ALL
}
