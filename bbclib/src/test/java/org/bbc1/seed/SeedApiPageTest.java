package org.bbc1.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bbc1.seed.SeedApiPage.Row;
import org.junit.jupiter.api.Test;

/**
 * docs/seed-api.md tells the truth about the library; the node's members are looked at by the node.
 */
class SeedApiPageTest {

  private final SeedApiPage page = SeedApiPage.ofProject();

  @Test
  void everyNameOfTheOriginalHasExactlyOneRow() {
    assertThat(page.rows())
        .extracting(Row::name)
        .filteredOn(name -> !name.startsWith("later-releases."))
        .containsExactlyInAnyOrderElementsOf(SeedName.all().stream().map(SeedName::name).toList());
  }

  @Test
  void everyRowNamesAMemberOrAPlan() {
    assertThat(page.rows())
        .filteredOn(row -> row.members().isEmpty() && row.plans().isEmpty())
        .isEmpty();
  }

  @Test
  void nothingOfTheLibraryIsOnlyPlanned() {
    assertThat(page.rows())
        .filteredOn(row -> row.name().startsWith("bbc1.core.bbclib."))
        .hasSizeGreaterThan(170)
        .allMatch(row -> row.plans().isEmpty());
  }

  @Test
  void everyPlanIsExplained() {
    assertThat(page.rows()).flatExtracting(Row::plans).isSubsetOf(page.plans());
  }

  @Test
  void everyNamedMemberOfTheLibraryExistsAndIsPublic() {
    assertThat(page.rows())
        .flatExtracting(Row::members)
        .map(JavaMember::new)
        .filteredOn(JavaMember::isOfLibrary)
        .hasSizeGreaterThan(250)
        .allMatch(JavaMember::exists);
  }

  @Test
  void constantsHaveTheValuesOfTheOriginal() throws ReflectiveOperationException {
    Map<String, Row> rows = new HashMap<>();
    page.rows().forEach(row -> rows.put(row.name(), row));
    List<String> compared = new ArrayList<>();
    for (SeedName constant : SeedName.all()) {
      Row row = rows.get(constant.name());
      if (constant.value() != null && row != null && row.members().size() == 1) {
        Optional<Number> number = new JavaMember(row.members().get(0)).number();
        if (number.isPresent()) {
          compared.add(constant.name());
          assertThat(number.get().doubleValue()).as(constant.name()).isEqualTo(constant.number());
        }
      }
    }
    assertThat(compared)
        .hasSizeGreaterThan(130)
        .contains("bbc1.core.bbclib.MsgType.REQUEST_REPAIR");
  }

  @Test
  void aRowIsReadWithItsMembersAndPlans() {
    SeedApiPage other =
        SeedApiPage.of(
            """
            | plan | issue |
            | some work | Some work to do |
            ## a.module
            | name | Java | remark |
            | `A.b` | `id.Id#toHex`, planned: some work | `not.This` |
            """);

    assertThat(other.plans()).containsExactly("some work");
    assertThat(other.rows())
        .containsExactly(new Row("a.module.A.b", List.of("id.Id#toHex"), List.of("some work")));
  }

  @Test
  void missingAndHiddenMembersAreNoticed() {
    assertThat(new JavaMember("id.Id#toHex").exists()).isTrue();
    assertThat(new JavaMember("message.Value.Text#string").exists()).isTrue();
    assertThat(new JavaMember("id.Id#toHexx").exists()).isFalse();
    assertThat(new JavaMember("id.Idd").exists()).isFalse();
    assertThat(new JavaMember("id.Id#leading").exists()).isFalse();
    assertThat(new JavaMember("client.Dispatcher").exists()).isFalse();
  }
}
