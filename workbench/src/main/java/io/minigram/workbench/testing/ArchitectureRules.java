package io.minigram.workbench.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What holds for the structure of every service; each has a test that calls this. */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /**
   * Fails with the offending lines if the service breaks a rule.
   *
   * @param root the service's root package, such as {@code io.minigram.ingest}
   */
  public static void check(String root) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);

    slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a reader follows packages in one direction")
        .allowEmptyShould(true)
        .check(classes);

    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Queries")
        .and()
        .haveSimpleNameNotEndingWith("Repository")
        .and()
        .haveSimpleNameNotEndingWith("Writer")
        .and()
        // how they are begun, run and ended, and what PostgreSQL says to them
        .resideOutsideOfPackage("..transactions..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx.mutiny.sqlclient..",
            "io.vertx.sqlclient..",
            "org.hibernate..",
            "java.sql..",
            "javax.sql..")
        .because("statements live in one kind of place")
        .allowEmptyShould(true)
        .check(classes);

    noClasses()
        .should()
        .resideInAnyPackage("..common..", "..util..", "..dto..", "..impl..")
        .because("packages are named after what they can do")
        .allowEmptyShould(true)
        .check(classes);
  }
}
