package org.bbc1.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(
    packages = "org.bbc1.connector",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ConnectorArchitectureTest {

  private static final DescribedPredicate<JavaClass> NETTY =
      JavaClass.Predicates.resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule the_connector_knows_the_library_its_sockets_and_the_platform =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.bbc1.connector..",
              "org.bbc1.message..",
              "org.bbc1.session..",
              "org.bbc1.id..",
              "io.netty..",
              "jakarta.resource..",
              "org.eclipse.microprofile.config..",
              "org.jspecify.annotations..",
              "java..",
              "javax.naming..",
              "javax.security.auth..",
              "javax.transaction.xa..");

  @ArchTest
  static final ArchRule contracts_are_free_of_netty =
      classes()
          .that()
          .resideInAnyPackage("..inbound..", "..outbound..")
          .should()
          .onlyDependOnClassesThat(DescribedPredicate.not(NETTY));

  @ArchTest
  static final ArchRule no_public_signature_shows_netty =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(
              DescribedPredicate.describe(
                  "are public", c -> c.getModifiers().contains(JavaModifier.PUBLIC)))
          .should()
          .notHaveRawReturnType(NETTY)
          .andShould()
          .notHaveRawParameterTypes(
              DescribedPredicate.<List<JavaClass>>describe(
                  "of Netty", types -> types.stream().anyMatch(NETTY)));
}
