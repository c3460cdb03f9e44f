package io.qarion.app.designer.dataset;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.problem.Problem;
import io.qarion.core.toml.DatasetToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.Optional;

/**
 * A dataset that is looked at or edited.
 *
 * @param made what flows make of it
 * @param before what its file says; empty while there is none
 * @param draft the text as it is edited; empty while nobody declares the dataset
 * @param readOnly whether its file is of a newer format and must not be changed
 */
record EditedDataset(
    Dataset made, Optional<TomlDocument> before, Optional<TomlDocument> draft, boolean readOnly) {

  boolean isDeclared() {
    return draft.isPresent();
  }

  boolean isChanged() {
    return !draft.map(TomlDocument::text).equals(before.map(TomlDocument::text));
  }

  /** What is declared, or else what flows make. */
  Dataset dataset() {
    return draft.map(text -> DatasetToml.read(text).dataset()).orElse(made);
  }

  /** What is wrong with the text. */
  List<Problem> problems() {
    return draft.map(text -> DatasetToml.read(text).problems()).orElse(List.of());
  }

  Schema columns() {
    Schema all = dataset().schema();
    return isDeclared() ? all : TechnicalColumns.visible(all, "");
  }

  List<ColumnLine> lines() {
    Dataset dataset = dataset();
    return columns().columns().stream().map(column -> line(dataset, column)).toList();
  }

  private ColumnLine line(Dataset dataset, Column column) {
    return new ColumnLine(
        column.name(),
        column.type(),
        column.required(),
        dataset.primaryKey().contains(column.name()),
        text(TomlPath.of("columns", column.name(), "description")),
        isDeclared() && !readOnly);
  }

  private String text(TomlPath path) {
    return draft.flatMap(text -> text.find(path)).map(TomlNode::value).orElse(null)
            instanceof TomlValue.Text(String words)
        ? words
        : "";
  }
}
