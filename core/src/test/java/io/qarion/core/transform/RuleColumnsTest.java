package io.qarion.core.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleColumnsTest {

  @Test
  void followsTheColumnsThroughRulesEvenWhereOneIsWrong() {
    var sources = new LinkedHashMap<String, Schema>();
    sources.put("orders", Schema.of(Column.of("id", PlainType.INTEGER)));
    List<TransformationRule> rules =
        List.of(
            new DeriveColumns(Map.of("twice", Formula.parse("id * 2"))),
            new FilterRows(Formula.parse("nothing > 1")),
            new RenameColumns(Map.of("twice", "double")));

    List<Schema> along = RuleColumns.along(rules, sources, Map.of());

    assertThat(along)
        .extracting(Schema::names)
        .containsExactly(
            List.of("id"), List.of("id", "twice"), List.of("id", "twice"), List.of("id", "double"));
  }

  @Test
  void withoutASourceNothingIsKnown() {
    assertThat(RuleColumns.along(List.of(), new LinkedHashMap<>(), Map.of()))
        .containsExactly(Schema.EMPTY);
  }
}
