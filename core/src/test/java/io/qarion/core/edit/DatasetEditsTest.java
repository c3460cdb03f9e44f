package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.SchemaDifference;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.toml.DatasetToml;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each edit changes the lines that it is about, and no others. */
class DatasetEditsTest {

  private static final String TEXT =
      """
      # Orders as they come.
      name = "orders"

      [columns.id]       # the key
      schema_type = "integer"
      primary_key = true

      [columns.amount]
      schema_type = "decimal"
      precision = 12
      scale = 2
      """;

  @Test
  void aDatasetThatAFlowMakesIsDeclaredAsItIs() {
    Schema columns =
        Schema.of(
            new Column("id", PlainType.INTEGER, true),
            Column.of("odd name", new DecimalType(12, 2)));
    var dataset =
        new Dataset(
            new DatasetName("orders"), Optional.of("shop"), "All orders", columns, List.of("id"));

    TomlDocument text = DatasetEdits.declaration(dataset, columns);

    DatasetToml.Reading read = DatasetToml.read(text);
    assertThat(read.problems()).isEmpty();
    assertThat(read.dataset()).isEqualTo(dataset);
    assertThat(text.text()).startsWith("name = \"orders\"\n").contains("[columns.id]\n");
  }

  @Test
  void aColumnMovesWithItsComments() {
    String notes = TEXT.replace("[columns.amount]", "# what was paid\n[columns.amount]");
    TomlDocument moved = DatasetEdits.move(TomlDocument.parse("orders.toml", notes), "amount", 0);

    assertThat(DatasetToml.read(moved).dataset().schema().names()).containsExactly("amount", "id");
    assertThat(moved.text())
        .contains("# what was paid\n[columns.amount]\n", "[columns.id]       # the key\n")
        .startsWith("# Orders as they come.\nname = \"orders\"\n");
    assertThat(DatasetEdits.move(moved, "amount", 1).text()).isEqualTo(notes);
  }

  @Test
  void aTypeTakesItsDigitsAlong() {
    assertThat(changed(text -> DatasetEdits.type(text, "amount", new DecimalType(10, 4))))
        .isEqualTo(
            TEXT.replace(
                "schema_type = \"decimal\"\nprecision = 12\nscale = 2\n",
                "schema_type = \"decimal(10,4)\"\n"));
  }

  @Test
  void flagsAreWrittenAndTakenAway() {
    assertThat(changed(text -> DatasetEdits.key(text, "id", false)))
        .isEqualTo(TEXT.replace("primary_key = true\n", ""));
    assertThat(changed(text -> DatasetEdits.required(text, "amount", true)))
        .isEqualTo(TEXT + "required = true\n");
    assertThat(changed(text -> DatasetEdits.required(text, "amount", false))).isEqualTo(TEXT);
  }

  @Test
  void wordsAreWrittenAndTakenAway() {
    assertThat(changed(text -> DatasetEdits.describe(text, "All orders")))
        .isEqualTo(
            TEXT.replace(
                "name = \"orders\"\n", "name = \"orders\"\ndescription = \"All orders\"\n"));
    assertThat(
            changed(text ->
                DatasetEdits.describeColumn(
                    DatasetEdits.describeColumn(text, "id", "Number"), "id", " ")))
        .isEqualTo(TEXT);
  }

  @Test
  void columnsComeAndGoAndGetNames() {
    assertThat(changed(text -> DatasetEdits.add(text, "day", PlainType.DATE)))
        .isEqualTo(TEXT + "\n[columns.day]\nschema_type = \"date\"\n");
    assertThat(changed(text -> DatasetEdits.rename(text, "id", "order id")))
        .isEqualTo(TEXT.replace("[columns.id]", "[columns.\"order id\"]"));
    assertThat(changed(text -> DatasetEdits.remove(text, "amount"))).doesNotContain("amount");
    assertThatThrownBy(() -> changed(text -> DatasetEdits.rename(text, "id", "amount")))
        .hasMessageContaining("There is a column 'amount' already");
    assertThatThrownBy(() -> changed(text -> DatasetEdits.add(text, "id", PlainType.DATE)))
        .hasMessageContaining("There is a column 'id' already");
  }

  @Test
  void whatDiffersFromTheDataIsFoundAndMended() {
    Schema declared =
        Schema.of(
            Column.of("id", PlainType.INTEGER),
            Column.of("amount", new DecimalType(12, 2)),
            Column.of("gone", PlainType.DATE));
    Schema found =
        Schema.of(
            Column.of("id", PlainType.STRING),
            Column.of("amount", new DecimalType(12, 2)),
            Column.of("more", PlainType.STRING));
    List<SchemaDifference> differences = SchemaDifference.between(declared, found);
    assertThat(differences)
        .containsExactly(
            new SchemaDifference.OtherType("id", PlainType.INTEGER, PlainType.STRING),
            new SchemaDifference.Missing("gone", PlainType.DATE),
            new SchemaDifference.Extra("more", PlainType.STRING));

    TomlDocument text =
        DatasetEdits.declaration(Dataset.of(new DatasetName("orders"), declared), declared);
    for (SchemaDifference difference : differences) {
      text = DatasetEdits.asFound(text, difference);
    }
    assertThat(SchemaDifference.between(DatasetToml.read(text).dataset().schema(), found))
        .isEmpty();
  }

  private static String changed(UnaryOperator<TomlDocument> edit) {
    return edit.apply(TomlDocument.parse("datasets/orders.toml", TEXT)).text();
  }
}
