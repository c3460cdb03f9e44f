package io.qarion.app.designer.dataset;

import io.qarion.app.designer.form.EntryForms;
import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldMaker;
import io.qarion.app.designer.form.FieldProblems;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.edit.DatasetChecks;
import io.qarion.core.plugin.CheckDeclarations;
import io.qarion.core.problem.Problem;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes what is shown of the quality checks that stand in the file of a dataset. */
final class CheckList {

  private final Messages messages;

  CheckList(Messages messages) {
    this.messages = messages;
  }

  /** The words for the kinds that there are, as files have them. */
  static List<String> kinds() {
    return List.copyOf(CheckDeclarations.all().kinds().keySet());
  }

  /** What a check of a kind does. */
  String purpose(String kind) {
    return messages.find("dataset.check." + kind).orElseGet(() -> FieldMaker.label(kind));
  }

  /**
   * The checks of a text.
   *
   * @param known what they can refer to
   */
  List<ShownCheck> of(TomlDocument text, EditedDataset edited, KnownDatasets known) {
    List<Problem> problems = DatasetChecks.problems(text, edited.dataset(), known.all());
    var fields = new FieldMaker(text, messages, known.names(), List.of(), List.of());
    List<EntryForms.Entry> entries =
        new EntryForms(text, fields, messages)
            .of(
                CheckDeclarations.all(),
                DatasetChecks.LIST,
                TechnicalColumns.visible(edited.columns(), ""));
    var shown = new ArrayList<ShownCheck>();
    for (EntryForms.Entry entry : entries) {
      shown.add(shown(shown.size(), entry, problems));
    }
    return shown;
  }

  private ShownCheck shown(int index, EntryForms.Entry entry, List<Problem> problems) {
    var found = new FieldProblems(problems);
    var said =
        new EntryForms.Entry(
            entry.path(),
            entry.kind(),
            entry.name(),
            entry.used().stream().map(found::shown).toList(),
            entry.unused().stream().map(found::shown).toList());
    return new ShownCheck(
        index,
        entry.name().isBlank() ? purpose(entry.kind()) : entry.name(),
        said,
        whole(said, problems));
  }

  /** What none of its fields says. */
  private static String whole(EntryForms.Entry entry, List<Problem> problems) {
    List<Field> fields = Stream.concat(entry.used().stream(), entry.unused().stream()).toList();
    return problems.stream()
        .filter(problem -> problem.place().isWithin(entry.path().toString()))
        .filter(problem ->
            fields.stream().noneMatch(field -> problem.place().isWithin(field.path().toString())))
        .findFirst()
        .map(problem -> (problem.message() + " " + problem.fix()).strip())
        .orElse("");
  }
}
