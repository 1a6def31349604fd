package io.minigram.insights.calendar;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** What a network grows by. */
@Description("What a network grows by, such as USERS.")
public enum Pillar {
  @Description("Registered users.")
  USERS(EventKind.REGISTRATIONS),
  @Description("Photos posted.")
  PHOTOS(EventKind.PHOTOS),
  @Description("Likes given.")
  LIKES(EventKind.LIKES),
  @Description("Comments made.")
  COMMENTS(EventKind.COMMENTS),
  @Description("Photos, likes and comments together.")
  ALL(EventKind.PHOTOS, EventKind.LIKES, EventKind.COMMENTS);

  private final List<EventKind> kinds;

  Pillar(EventKind... kinds) {
    this.kinds = List.of(kinds);
  }

  /** The events that add to it. */
  List<EventKind> kinds() {
    return kinds;
  }
}
