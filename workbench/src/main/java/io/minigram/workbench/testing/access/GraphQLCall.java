package io.minigram.workbench.testing.access;

/**
 * A valid GraphQL operation that asks for one thing.
 *
 * @param name what it asks for: {@code query totals}, or a type's field, {@code Totals.users}
 * @param operation the name of the root field that it is reached through
 * @param document the operation
 */
record GraphQLCall(String name, String operation, String document) {

  /** Whether it asks for an operation, not for a field of what one answers. */
  boolean isOperation() {
    return name.equals(operation);
  }

  boolean isQuery() {
    return operation.startsWith("query ");
  }

  boolean isMutation() {
    return operation.startsWith("mutation ");
  }

  boolean isSubscription() {
    return operation.startsWith("subscription ");
  }
}
