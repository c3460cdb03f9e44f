package io.qarion.core.edit.rename;

import io.qarion.core.dataset.DataType;
import io.qarion.core.edit.rename.TypeDifference.Retyped;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.toml.TomlPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks that name the types that columns are to have: those that held before hold again. */
record ExpectedTypes(Collection<TextChanges> texts, TypeDifference difference) {

  private static final String CHECKS = "checks";

  /** Writes the new types; false if no check named an old one. */
  boolean write() {
    boolean wrote = false;
    for (TextChanges text : texts) {
      for (Step step : Step.of(text)) {
        Optional<String> dataset =
            step.task().sources().stream().findFirst().map(DatasetName::value);
        wrote |= checks(text, step.path().key("config").key(CHECKS), dataset);
      }
      wrote |= checks(text, TomlPath.of("quality_checks"), text.document().root().string("name"));
      wrote |= suites(text, TomlPath.of("properties").key("quality_suites"));
    }
    return wrote;
  }

  private boolean suites(TextChanges text, TomlPath suites) {
    boolean wrote = false;
    for (int i = 0; i < text.size(suites); i++) {
      TomlPath suite = suites.index(i);
      wrote |=
          checks(text, suite.key(CHECKS), text.text(suite.key("data_source").key("dataset_id")));
    }
    return wrote;
  }

  private boolean checks(TextChanges text, TomlPath checks, Optional<String> dataset) {
    List<Retyped> changed = dataset.map(difference::of).orElse(List.of());
    boolean wrote = false;
    for (int i = 0; i < text.size(checks) && !changed.isEmpty(); i++) {
      TomlPath types = checks.index(i).key("config").key("columns");
      for (Retyped each : changed) {
        wrote |= expect(text, types.key(each.column()), each);
      }
    }
    return wrote;
  }

  private static boolean expect(TextChanges text, TomlPath path, Retyped column) {
    boolean held =
        text.text(path).flatMap(DataType::parse).filter(column.before()::equals).isPresent();
    if (held) {
      text.texts(path, _ -> column.after().text(), false);
    }
    return held;
  }
}
