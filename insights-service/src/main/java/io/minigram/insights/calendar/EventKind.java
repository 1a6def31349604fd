package io.minigram.insights.calendar;

import org.eclipse.microprofile.graphql.Description;

/** What can happen in the network; each kind has one user who does it. */
@Description("What can happen in the network, such as LIKES; each kind has one user who does it.")
public enum EventKind {
  @Description("A user registers.")
  REGISTRATIONS,
  @Description("A user posts a photo.")
  PHOTOS,
  @Description("A user likes a photo.")
  LIKES,
  @Description("A user comments on a photo.")
  COMMENTS,
  @Description("A user starts to follow another.")
  FOLLOWS
}
