package io.minigram.edge.access;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Document;
import graphql.schema.GraphQLTypeUtil;
import io.minigram.edge.access.AccessConfig.SchemaAccess;
import io.minigram.edge.audit.AuditEvent;
import io.minigram.edge.audit.AuditLog;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.graphql.CodedErrors;
import io.minigram.edge.identity.Roles;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a GraphQL operation run only if its caller may have all that it asks for; otherwise none of
 * it runs, so a mutation is never done by half. The answer to a refusal has the HTTP status of its
 * code, since nothing else was answered.
 */
@Singleton
@Unremovable
public final class OperationGuard extends SimplePerformantInstrumentation {

  private static final Pattern ID = Pattern.compile("[0-9:]{1,64}");

  private final OperationRules rules;
  private final AccessConfig config;
  private final AuditLog audit;
  private final CurrentVertxRequest current;

  OperationGuard(
      OperationRules rules, AccessConfig config, AuditLog audit, CurrentVertxRequest current) {
    this.rules = rules;
    this.config = config;
    this.audit = audit;
    this.current = current;
  }

  @Override
  public InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    var request = current.getCurrent();
    var identity = ((QuarkusHttpUser) request.user()).getSecurityIdentity();
    var check = new Check(identity);
    traverser(parameters.getExecutionContext()).visitPreOrder(check);
    if (!check.errors.isEmpty()) {
      refuse(request, identity, check);
    }
    return check.watched
        ? SimpleInstrumentationContext.whenCompleted(
            (result, failure) ->
                audit.write(
                    request,
                    AuditEvent.used(request, identity, check.operations, outcome(result, failure))))
        : SimpleInstrumentationContext.noOp();
  }

  private void refuse(RoutingContext request, SecurityIdentity identity, Check check) {
    var code = identity.isAnonymous() ? ErrorCode.UNAUTHENTICATED : ErrorCode.FORBIDDEN;
    audit.write(request, AuditEvent.refused(request, identity, check.operations, code.name()));
    // a WebSocket has had its headers, and would keep the handlers as long as it lives
    if (!request.response().headWritten()) {
      request.addHeadersEndHandler(
          ignored -> {
            request.response().setStatusCode(code.status());
            if (code == ErrorCode.UNAUTHENTICATED) {
              request
                  .response()
                  .putHeader(AccessRefusals.WWW_AUTHENTICATE, AccessRefusals.CHALLENGE);
            }
          });
    }
    throw new AbortExecutionException(check.errors);
  }

  private static QueryTraverser traverser(ExecutionContext execution) {
    var document = Document.newDocument().definition(execution.getOperationDefinition());
    execution.getFragmentsByName().values().forEach(document::definition);
    return QueryTraverser.newQueryTraverser()
        .schema(execution.getGraphQLSchema())
        .document(document.build())
        .coercedVariables(execution.getCoercedVariables())
        .build();
  }

  /** The codes of what went wrong; empty if nothing did. */
  private static List<String> outcome(ExecutionResult result, Throwable failure) {
    if (failure != null) {
      return List.of(ErrorCode.INTERNAL.name());
    }
    return result.getErrors().stream().map(CodedErrors::code).distinct().toList();
  }

  /** Looks at each field of an operation once. */
  private final class Check extends QueryVisitorStub {

    private final SecurityIdentity identity;
    private final List<GraphQLError> errors = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();
    private boolean watched;

    Check(SecurityIdentity identity) {
      this.identity = identity;
    }

    @Override
    public void visitField(QueryVisitorFieldEnvironment field) {
      var name = field.getFieldDefinition().getName();
      boolean root = field.getParentEnvironment() == null;
      if (root && name.startsWith("__")) {
        operations.add(name);
        introspect(field, name.equals("__typename") ? SchemaAccess.ROLES : config.schema());
        return;
      }
      var rule = rules.of(GraphQLTypeUtil.unwrapAll(field.getParentType()).getName(), name);
      if (root) {
        operations.add(name + ids(field));
        demand(field, rule.orElse(Set.of()));
      } else {
        rule.ifPresent(roles -> demand(field, roles));
      }
    }

    private void introspect(QueryVisitorFieldEnvironment field, SchemaAccess access) {
      switch (access) {
        case OPEN -> {}
        case ROLES -> demand(field, rules.all());
        case CLOSED -> demand(field, Set.of());
      }
    }

    private void demand(QueryVisitorFieldEnvironment field, Set<String> allowed) {
      var used = new HashSet<>(allowed);
      used.retainAll(identity.getRoles());
      watched |= used.stream().anyMatch(Roles.WATCHED::contains);
      if (used.isEmpty()) {
        errors.add(refusal(field, allowed));
      }
    }

    private GraphQLError refusal(QueryVisitorFieldEnvironment field, Set<String> allowed) {
      var name = field.getFieldDefinition().getName();
      var code = identity.isAnonymous() ? ErrorCode.UNAUTHENTICATED : ErrorCode.FORBIDDEN;
      var message =
          identity.isAnonymous()
              ? AccessRefusals.NO_TOKEN
              : allowed.isEmpty()
                  ? name + " is closed here"
                  : "%s needs the role %s"
                      .formatted(
                          name, allowed.stream().sorted().collect(Collectors.joining(" or ")));
      return GraphqlErrorBuilder.newError()
          .message(message)
          .location(field.getField().getSourceLocation())
          .extensions(Map.of("code", code.name()))
          .build();
    }

    /**
     * What the operation is about, for the audit log: ids only, since texts may be private, also
     * one that was sent in the place of an id.
     */
    private static String ids(QueryVisitorFieldEnvironment field) {
      var ids = new TreeMap<String, String>();
      for (var argument : field.getFieldDefinition().getArguments()) {
        var value = field.getArguments().get(argument.getName());
        if (value != null && GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID")) {
          var id = value.toString();
          ids.put(argument.getName(), ID.matcher(id).matches() ? id : "?");
        }
      }
      return ids.isEmpty()
          ? ""
          : ids.entrySet().stream()
              .map(id -> id.getKey() + ": " + id.getValue())
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }
}
