package org.bbc1.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java examples of the documentation compile, run and print what they say. */
class JavaPagesTest {

  @TempDir Path folder;

  @Test
  void theLibraryPageRunsAndPrintsWhatItSays() throws Exception {
    JavaPage page = JavaPage.ofProject("LibraryPage", "docs/library.md");

    List<String> printed = page.run(folder);

    assertThat(printed).hasSizeGreaterThan(20).isEqualTo(page.announced());
  }

  @Test
  void theReadmeCompiles() throws Exception {
    JavaPage.ofProject("Readme", "README.md")
        .compile(
            folder,
            """
            , org.bbc1.id.DomainId domain, org.bbc1.id.UserId user, org.bbc1.id.AssetGroupId group,
            org.bbc1.crypto.KeyPair keyPair""");
  }

  @Test
  void anExampleThatDoesNotCompileIsNoticed() {
    JavaPage page = JavaPage.of("Broken", "```java\nint number = \"text\";\n```\n");

    assertThatIllegalStateException()
        .isThrownBy(() -> page.run(folder))
        .withMessageContaining("int number");
  }

  @Test
  void whatIsPrintedAndWhatIsAnnouncedAreReadApart() throws Exception {
    JavaPage page =
        JavaPage.of(
            "Two",
            """
            text
            ```java
            import java.util.List;
            ```
            ```sh
            no Java
            ```
            ```java
            System.out.println(List.of(1)); // prints [2]
            ```
            """);

    assertThat(page.announced()).containsExactly("[2]");
    assertThat(page.run(folder)).containsExactly("[1]");
  }
}
