package io.minigram.insights.users;

import java.util.List;

/** A part of the users found by name, and how many there are in all. */
record NamedUsers(List<User> rows, long users) {}
