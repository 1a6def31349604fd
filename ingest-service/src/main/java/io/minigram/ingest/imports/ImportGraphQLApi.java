package io.minigram.ingest.imports;

import io.minigram.edge.identity.Caller;
import io.minigram.edge.identity.Roles;
import io.minigram.edge.paging.Page;
import io.minigram.edge.paging.PageInfo;
import io.minigram.edge.paging.PageRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What imports are doing and have done. */
@GraphQLApi
@RolesAllowed(Roles.INGESTOR)
public class ImportGraphQLApi {

  /** A page of imports. */
  @Description("A page of imports, the latest first.")
  public record ImportConnection(
      @NonNull @Description("The imports of the page.") List<@NonNull ImportEdge> edges,
      @NonNull @Description("Where the page lies in the list.") PageInfo pageInfo,
      @Description("How many imports there are.") long totalCount) {}

  /** An import in a page. */
  @Description("An import in a page.")
  public record ImportEdge(
      @NonNull @Description("The import.") ImportReport node,
      @NonNull @Description("Its place in the list, for `after`.") String cursor) {}

  private final ImportReports reports;
  private final SecurityIdentity identity;

  ImportGraphQLApi(ImportReports reports, SecurityIdentity identity) {
    this.reports = reports;
    this.identity = identity;
  }

  @Query("import")
  @NonNull
  @Description("One import: its progress while it runs, and what became of it.")
  public Uni<ImportReport> report(
      @Id @NonNull @Name("id") @Description("The id that POST /imports answered.") String id) {
    return reports.get(ImportReports.parseId(id));
  }

  @Query
  @NonNull
  @Description("Your latest import with a key: works before POST /imports has answered.")
  public Uni<ImportReport> importByKey(
      @NonNull @Name("key") @Description("The Idempotency-Key that you sent.") String key) {
    return reports.get(Caller.subject(identity), key);
  }

  @Query
  @NonNull
  @Description("All imports, the latest first.")
  public Uni<ImportConnection> imports(
      @DefaultValue("10") @Name("first") @Description("How many, 1 to 100.") int first,
      @Name("after") @Description("Cursor of the import before the page.") String after) {
    return reports.page(new PageRequest(first, after)).flatMap(this::connection);
  }

  private Uni<ImportConnection> connection(Page<Import> page) {
    return Multi.createFrom()
        .iterable(page.entries())
        .onItem()
        .transformToUniAndConcatenate(
            entry -> reports.report(entry.row()).map(node -> new ImportEdge(node, entry.cursor())))
        .collect()
        .asList()
        .map(edges -> new ImportConnection(edges, page.pageInfo(), page.totalCount()));
  }
}
