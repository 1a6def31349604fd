package io.minigram.edge.access;

import io.quarkus.runtime.Startup;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which roles a GraphQL operation asks for: the {@link RolesAllowed} of the method that resolves
 * it, or of its class. That goes for queries, mutations, subscriptions and fields with a resolver
 * of their own ({@code @Source}). A plain field of a type has no rule: whoever may ask for the
 * object may read it.
 */
@Singleton
@Startup
final class OperationRules {

  private final Map<String, Set<String>> roles = new HashMap<>();
  private final Set<String> all = new HashSet<>();

  /**
   * @throws IllegalStateException if an operation has no rule: such a service does not start
   */
  OperationRules(Schema schema) {
    schema.getQueries().forEach(operation -> add("Query", operation));
    schema.getMutations().forEach(operation -> add("Mutation", operation));
    schema.getSubscriptions().forEach(operation -> add("Subscription", operation));
    for (var type : schema.getTypes().values()) {
      Stream.concat(
              type.getOperations().values().stream(), type.getBatchOperations().values().stream())
          .forEach(operation -> add(type.getName(), operation));
    }
  }

  /** The roles of which a caller needs one; empty if the field is a plain one. */
  Optional<Set<String>> of(String type, String field) {
    return Optional.ofNullable(roles.get(type + "." + field));
  }

  /** Every role that some operation asks for: nobody else has any business with the service. */
  Set<String> all() {
    return all;
  }

  private void add(String type, Operation operation) {
    var allowed = allowed(operation);
    roles.put(type + "." + operation.getName(), allowed);
    all.addAll(allowed);
  }

  private static Set<String> allowed(Operation operation) {
    try {
      var api =
          Class.forName(
              operation.getClassName(), false, Thread.currentThread().getContextClassLoader());
      var method =
          Arrays.stream(api.getDeclaredMethods())
              .filter(candidate -> !candidate.isSynthetic())
              .filter(candidate -> candidate.getName().equals(operation.getMethodName()))
              .toList();
      return rule(method).or(() -> rule(List.of(api))).orElseThrow(() -> withoutRule(operation));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Overloaded methods share a name here, so they must share their rule. */
  private static Optional<Set<String>> rule(List<? extends AnnotatedElement> elements) {
    var rules =
        elements.stream()
            .map(element -> element.getAnnotation(RolesAllowed.class))
            .map(rule -> rule == null ? Set.<String>of() : Set.of(rule.value()))
            .distinct()
            .toList();
    return rules.size() == 1 && !rules.get(0).isEmpty()
        ? Optional.of(rules.get(0))
        : Optional.empty();
  }

  private static IllegalStateException withoutRule(Operation operation) {
    return new IllegalStateException(
        "%s.%s has no @RolesAllowed; nobody could call it"
            .formatted(operation.getClassName(), operation.getMethodName()));
  }
}
