package io.minigram.insights.exports;

import graphql.schema.GraphQLSchema;
import io.minigram.edge.error.ErrorCode;
import io.minigram.edge.error.RequestException;
import io.minigram.edge.identity.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/** Any list of the GraphQL schema as CSV, whole. */
@Path("/lists/{list}")
@RolesAllowed(Roles.VIEWER)
public class ListExportApi {

  private final GraphQLSchema schema;
  private final ListReader reader;

  ListExportApi(GraphQLSchema schema, ListReader reader) {
    this.schema = schema;
    this.reader = reader;
  }

  /**
   * All entries of a list, as of one version: a header with the names of the fields, then a line
   * each, with CRLF, as RFC 4180 has it.
   *
   * @param list a root field of the GraphQL schema that is a list, such as {@code influencers}; its
   *     arguments stand in the query string
   */
  @GET
  @Produces("text/csv")
  public Multi<String> export(@PathParam("list") String list, @Context UriInfo uri) {
    return reader.csv(ListDocument.of(schema, list, arguments(uri)));
  }

  private static Map<String, String> arguments(UriInfo uri) {
    var arguments = new LinkedHashMap<String, String>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (values.size() != 1) {
                throw RequestException.of(
                    ErrorCode.BAD_ARGUMENT, name + " is given more than once");
              }
              arguments.put(name, values.get(0));
            });
    return arguments;
  }
}
