package io.minigram.workbench.testing.access;

/**
 * An HTTP route, and how to call it.
 *
 * @param name how the table names it: {@code GET /imports/{id}/rejects}, or {@code route
 *     /q/metrics} for all methods
 * @param method the only method that it has; empty if it has all
 * @param path with ids that do not exist
 * @param contentType what it takes; empty if it takes no body
 */
record HttpRoute(String name, String method, String path, String contentType) {

  /** Whether it is one of the service's own REST resources. */
  boolean isResource() {
    return name.contains("{") || !contentType.isEmpty();
  }
}
