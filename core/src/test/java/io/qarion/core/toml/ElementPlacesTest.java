package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.flow.TaskRule;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElementPlacesTest {

  private static final String TEXT =
      """
      id = "f"
      flow_type = "standard"
      [[tasks]]
      id = "t"
      type = "transformation"
      config.sql = "select"
      [[tasks.rules]]
      operation = "filter"
      condition = "a \\u003E  b + )"
      [[tasks.rules]]
      operation = "derive"
      [tasks.rules.columns]
      "a.b" = '1 + )'
      plain = \"""
      1 +
        x)
      \"""
      'x "y"' = "1"
      [[tasks.rules]]
      operation = "sort"
      by = ["a", "b desc", "c"]
      """;

  private final ElementPlaces places = new ElementPlaces(TomlDocument.parse("flows/f.toml", TEXT));

  @Test
  void anElementIsWhereItsValueIsWritten() {
    assertThat(at("tasks[0].rules[0].condition", 0)).isEqualTo("9:13");
    assertThat(at("tasks[0].config.sql", 0)).isEqualTo("6:14");
    assertThat(at("tasks[0].rules[0]", 0)).isEqualTo("7:9");
  }

  @Test
  void anElementMayBeNamedByItsId() {
    assertThat(at("tasks.t.config.sql", 0)).isEqualTo("6:14");
    assertThat(at("tasks.other.config.sql", 0)).isEqualTo("3:3");
  }

  @Test
  void namesWithDotsAndQuotesMayBeSpelledEitherWay() {
    assertThat(at("tasks[0].rules[1].columns.a.b", 0)).isEqualTo("13:9");
    assertThat(at("tasks[0].rules[1].columns.\"a.b\"", 0)).isEqualTo("13:9");
    assertThat(at("tasks[0].rules[1].columns.x \"y\"", 0)).isEqualTo("18:11");
    assertThat(at("tasks[0].rules[1].columns.\"x \\\"y\\\"\"", 0)).isEqualTo("18:11");
  }

  @Test
  void whatIsNotThereHasThePlaceOfWhatIsAroundIt() {
    assertThat(at("tasks[0].rules[2].missing.more", 5)).isEqualTo("19:9");
    assertThat(at("tasks[0].rules[9].by", 0)).isEqualTo("7:9");
    assertThat(at("tasks[99999999999].rules", 0)).isEqualTo("3:3");
    assertThat(at("nothing", 0)).isEqualTo("1:1");
    assertThat(at("", 0)).isEqualTo("1:1");
  }

  @Test
  void aPositionInsideATextIsFoundWhereItIsWritten() {
    assertThat(at("tasks[0].rules[0].condition", 3)).isEqualTo("9:16");
    assertThat(at("tasks[0].rules[0].condition", 4)).isEqualTo("9:22");
    assertThat(at("tasks[0].rules[1].columns.a.b", 5)).isEqualTo("13:14");
    assertThat(at("tasks[0].rules[1].columns.plain", 7)).isEqualTo("16:3");
    assertThat(at("tasks[0].rules[1].columns.plain", 8)).isEqualTo("16:4");
  }

  @Test
  void aPositionInAnOrderIsFoundInTheRightTextOfTheList() {
    assertThat(at("tasks[0].rules[2].by", 1)).isEqualTo("21:8");
    assertThat(at("tasks[0].rules[2].by", 4)).isEqualTo("21:13");
    assertThat(at("tasks[0].rules[2].by", 12)).isEqualTo("21:23");
    assertThat(at("tasks[0].rules[2].by", 99)).isEqualTo("21:6");
  }

  @Test
  void aPlaceWithALineStays() {
    Place known = Place.in("other.toml", 4, 2);
    assertThat(places.locate(known)).isEqualTo(known);
    assertThat(places.locate(known.withFile(""))).isEqualTo(known.withFile("flows/f.toml"));
  }

  @Test
  void inAFileThatCannotBeReadEverythingIsAtItsStart() {
    var broken = new ElementPlaces(TomlDocument.parse("flows/f.toml", "a = "));
    assertThat(broken.locate(Place.of("a")))
        .isEqualTo(Place.in("flows/f.toml", 1, 1).withElement("a"));
  }

  @Test
  void whatTheCheckOfARuleFindsGetsItsLine() {
    FlowToml.Reading reading = FlowToml.read(TomlDocument.parse("flows/f.toml", TEXT));
    assertThat(reading.problems()).isEmpty();
    var found = new ArrayList<Problem>();
    List<TaskRule> rules = reading.flow().tasks().getFirst().rules();
    for (int i = 0; i < rules.size(); i++) {
      var scope = RuleScope.of("tasks[0].rules[" + i + "]", Map.of(), Map.of(), found::add);
      TracedSchema output =
          ((TaskRule.Known) rules.get(i)).rule().output(TracedSchema.unknown(), scope);
      assertThat(output.open()).isTrue();
    }
    assertThat(places.locate(List.copyOf(found)))
        .extracting(problem -> problem.place().line() + ":" + problem.place().column())
        .containsExactly("9:28", "13:14", "16:4");
  }

  private String at(String element, int column) {
    Place place = places.locate(new Place("", 0, column, element));
    assertThat(place.element()).isEqualTo(element);
    assertThat(place.file()).isEqualTo("flows/f.toml");
    return place.line() + ":" + place.column();
  }
}
