package org.bbc1.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of the library, and what it may not know at all. */
@AnalyzeClasses(packages = "org.bbc1", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyTest {

  @ArchTest
  static final ArchRule knowsNoContainerAndNoNetwork =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.bbc1.transaction.json..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "javax.ejb..", "io.netty..", "fish.payara..");

  @ArchTest
  static final ArchRule theJsonViewKnowsJsonAndTransactions =
      classes()
          .that()
          .resideInAPackage("org.bbc1.transaction.json..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.bbc1.transaction..",
              "org.bbc1.crypto..",
              "org.bbc1.id..",
              "jakarta.json..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule nothingNeedsTheJsonView =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.bbc1.transaction.json..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bbc1.transaction.json..");

  @ArchTest
  static final ArchRule idsStandAlone =
      classes()
          .that()
          .resideInAPackage("org.bbc1.id..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.bbc1.id..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule statusCodesStandAlone =
      classes()
          .that()
          .resideInAPackage("org.bbc1.error..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.bbc1.error..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule keysKnowNothingAbove =
      noClasses()
          .that()
          .resideInAPackage("org.bbc1.crypto..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bbc1.transaction..", "org.bbc1.message..", "org.bbc1.client..");

  @ArchTest
  static final ArchRule transactionsKnowNeitherMessagesNorClient =
      noClasses()
          .that()
          .resideInAPackage("org.bbc1.transaction..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bbc1.message..", "org.bbc1.client..");

  @ArchTest
  static final ArchRule theByteLevelDoesNotKnowTransactions =
      noClasses()
          .that()
          .resideInAPackage("org.bbc1.transaction.codec..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bbc1.transaction", "org.bbc1.crypto..", "org.bbc1.id..");

  @ArchTest
  static final ArchRule messagesDoNotKnowTheClient =
      noClasses()
          .that()
          .resideInAPackage("org.bbc1.message..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bbc1.client..");
}
