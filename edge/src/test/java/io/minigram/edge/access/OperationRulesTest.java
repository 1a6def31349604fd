package io.minigram.edge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.minigram.edge.identity.Roles;
import io.smallrye.graphql.schema.model.Execute;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.OperationType;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationRulesTest {

  @RolesAllowed(Roles.VIEWER)
  static class RuledApi {

    public void ofTheClass() {}

    @RolesAllowed({Roles.ADMIN, Roles.MODERATOR})
    public void ofItsOwn() {}
  }

  static class UnruledApi {

    public void forgotten() {}

    @RolesAllowed({})
    public void forNobody() {}

    @PermitAll
    public void forEverybody() {}

    @RolesAllowed(Roles.VIEWER)
    public void overloaded() {}

    public void overloaded(int argument) {}
  }

  @Test
  void aMethodHasItsClassesRule() {
    var rules = new OperationRules(schema(Schema::addQuery, RuledApi.class, "ofTheClass"));

    assertEquals(Optional.of(Set.of(Roles.VIEWER)), rules.of("Query", "ofTheClass"));
  }

  @Test
  void aMethodsOwnRuleComesFirst() {
    var rules = new OperationRules(schema(Schema::addMutation, RuledApi.class, "ofItsOwn"));

    assertEquals(
        Optional.of(Set.of(Roles.ADMIN, Roles.MODERATOR)), rules.of("Mutation", "ofItsOwn"));
    assertEquals(Set.of(Roles.ADMIN, Roles.MODERATOR), rules.all());
  }

  @Test
  void aPlainFieldHasNone() {
    var rules = new OperationRules(schema(Schema::addQuery, RuledApi.class, "ofTheClass"));

    assertTrue(rules.of("Totals", "users").isEmpty());
  }

  static Stream<Arguments> kinds() {
    return Stream.<BiConsumer<Schema, Operation>>of(
            Schema::addQuery,
            Schema::addMutation,
            Schema::addSubscription,
            (schema, operation) -> schema.addType(typeWith(Type::addOperation, operation)),
            (schema, operation) -> schema.addType(typeWith(Type::addBatchOperation, operation)))
        .flatMap(
            kind ->
                Stream.of("forgotten", "forNobody", "forEverybody", "overloaded")
                    .map(method -> Arguments.of(kind, method)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anOperationWithoutARuleKeepsTheServiceFromStarting(
      BiConsumer<Schema, Operation> kind, String method) {
    var schema = schema(kind, UnruledApi.class, method);

    var failure = assertThrows(IllegalStateException.class, () -> new OperationRules(schema));

    assertTrue(failure.getMessage().contains("UnruledApi." + method + " has no @RolesAllowed"));
  }

  private static Schema schema(BiConsumer<Schema, Operation> kind, Class<?> api, String method) {
    var schema = new Schema();
    kind.accept(
        schema,
        new Operation(
            api.getName(),
            method,
            method,
            method,
            new Reference(),
            OperationType.QUERY,
            Execute.NON_BLOCKING));
    return schema;
  }

  private static Type typeWith(BiConsumer<Type, Operation> kind, Operation operation) {
    var type = new Type("Totals", "Totals", "");
    kind.accept(type, operation);
    return type;
  }
}
