package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value of every sample is replaced by values of every kind. */
class CodecDamageTest {

  private static final List<TomlValue> VALUES =
      List.of(
          TomlValue.of(""),
          TomlValue.of("text"),
          TomlValue.of(-1L),
          TomlValue.of(Double.NaN),
          TomlValue.of(true),
          TomlValue.of(List.of()),
          TomlValue.ofStrings(List.of("", " ")),
          TomlValue.of(List.of(TomlValue.of(1L), TomlValue.ofStrings(List.of("a")))),
          TomlValue.of(Map.of()).inlined(),
          TomlValue.of(Map.of("", TomlValue.of(""))).inlined());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flows/everything.toml",
        "flows/standard.toml",
        "flows/change_feed.toml",
        "flows/quality_check.toml"
      })
  void noValueOfAFlowMakesReadingFail(String sample) {
    damage(TomlSamples.document(sample), document -> FlowToml.read(document).problems());
  }

  @Test
  void noValueOfARuleMakesReadingFail() {
    TomlDocument rules = TomlDocument.parse("flows/f.toml", CodecRulesTest.everyOperation());
    damage(rules, document -> FlowToml.read(document).problems());
  }

  @Test
  void noValueOfADatasetOrProjectMakesReadingFail() {
    damage(
        TomlSamples.document("datasets/orders.toml"),
        document -> DatasetToml.read(document).problems());
    damage(
        TomlSamples.document("qarion-etl.toml"),
        document -> ProjectToml.read(document, "p").problems());
  }

  private static void damage(TomlDocument document, Function<TomlDocument, List<Problem>> read) {
    var paths = new ArrayList<TomlPath>();
    collect(document.root(), paths);
    assertThat(paths).isNotEmpty();
    for (TomlPath path : paths) {
      for (TomlValue value : VALUES) {
        assertThat(read.apply(document.set(path, value)))
            .as("%s = %s", path, value)
            .allMatch(problem -> problem.place().line() > 0 && !problem.fix().isEmpty());
      }
    }
  }

  /** Plain values and lists between brackets: only they can be replaced by anything. */
  private static void collect(TomlNode node, List<TomlPath> paths) {
    if (node.isSpelledAsValue()) {
      paths.add(node.path());
    }
    switch (node) {
      case TomlTableNode table -> table.children().values().forEach(child -> collect(child, paths));
      case TomlArrayNode array -> array.items().forEach(item -> collect(item, paths));
      case TomlScalarNode _ -> {
        // has nothing below it
      }
    }
  }
}
