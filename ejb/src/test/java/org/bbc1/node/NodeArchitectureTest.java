package org.bbc1.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependency arrows of docs/architecture.md inside this module. */
@AnalyzeClasses(packages = "org.bbc1.node", importOptions = ImportOption.DoNotIncludeTests.class)
class NodeArchitectureTest {

  @ArchTest
  static final ArchRule DOMAIN_LOGIC_KNOWS_NO_TECHNOLOGY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..node.bean..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.netty..",
              "jakarta.ejb..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "jakarta.jms..",
              "jakarta.ws.rs..",
              "jakarta.servlet..",
              "jakarta.resource..",
              "org.eclipse.microprofile..");

  @ArchTest
  static final ArchRule ONLY_THE_LEDGER_KNOWS_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackages("..node.ledger..", "..node.bean..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_SHELL =
      noClasses()
          .that()
          .resideOutsideOfPackage("..node.bean..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..node.bean..");

  @ArchTest
  static final ArchRule NO_CLASS_SPEAKS_TO_THE_CONNECTOR_BUT_THROUGH_ITS_INTERFACES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.bbc1.connector.ClientPort");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.bbc1.node.(*)..").should().beFreeOfCycles();
}
