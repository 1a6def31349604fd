package io.minigram.botdetector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.minigram.workbench.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "io.minigram.botdetector";

  @Test
  void structureHolds() {
    ArchitectureRules.check(ROOT);
  }

  @Test
  void scoringIsPure() {
    var production =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    classes()
        .that()
        .resideInAPackage(ROOT + ".scoring..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".scoring..", "java.lang..", "java.math..", "java.time..", "java.util..")
        .because("the same code scores files, with no framework, database or clock around it")
        .check(production);
  }
}
