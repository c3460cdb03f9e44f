package io.qarion.app.designer.importing;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldMaker;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.SniffReport;
import io.qarion.core.plugin.LoadDeclarations;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.Problem;
import io.qarion.core.toml.TomlPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a field of every option that the reader of a file has, with what was found out of it. */
final class OptionFields {

  /** What the settings of a load say beside the options of the reader. */
  private static final List<String> OF_THE_LOAD = List.of("format", "on_bad_row");

  private static final List<String> ENCODINGS =
      List.of(
          "utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "utf-16", "ibm850", "shift_jis");

  private final Plugins plugins;
  private final Messages messages;

  OptionFields(Plugins plugins, Messages messages) {
    this.plugins = plugins;
    this.messages = messages;
  }

  /** What the reader of a file understands; nothing while no file is known. */
  List<PropertyDeclaration> declared(ReadFile shown) {
    Optional<String> format =
        shown.load().settings().format().or(() -> plugins.formatOf(Path.of(shown.file())));
    return plugins.loaders().stream()
        .filter(loader -> format.filter(loader.formats()::contains).isPresent())
        .findFirst()
        .map(loader -> loader.options())
        .orElse(List.of());
  }

  /** All fields, those of the reader first. */
  List<Field> of(ReadFile shown, Optional<SniffReport> sniffed, List<Problem> problems) {
    var maker = new FieldMaker(shown.tried(), messages, List.of(), List.of(), List.of());
    TomlPath table = shown.load().path();
    var fields = new ArrayList<Field>();
    for (PropertyDeclaration option : declared(shown)) {
      maker
          .declared(table.key("options"), option, Schema.EMPTY)
          .forEach(field -> fields.add(found(worded(field, option.key()), option.key(), sniffed)));
    }
    LoadDeclarations.below("").stream()
        .filter(one -> OF_THE_LOAD.contains(one.key()))
        .forEach(one ->
            maker
                .declared(table, one, Schema.EMPTY)
                .forEach(field -> fields.add(worded(field, one.key()))));
    return fields.stream().map(field -> field.withProblem(problem(field, problems))).toList();
  }

  /** In the user's language where there are words for it, else as the plug-in says it. */
  private Field worded(Field field, String option) {
    String key = "look.option." + option;
    return new Field(
        field.path(),
        messages.find(key).orElse(field.label()),
        field.kind(),
        field.text(),
        messages.find(key + ".prompt").orElse(field.placeholder()),
        messages.find(key + ".help").orElse(field.help()),
        field.known(),
        field.problem(),
        field.shared());
  }

  private Field found(Field field, String option, Optional<SniffReport> sniffed) {
    Optional<String> value =
        sniffed
            .flatMap(report -> Optional.ofNullable(report.options().get(option)))
            .map(String::valueOf)
            .filter(text -> !text.isEmpty());
    List<String> choices =
        option.equals("encoding")
            ? ENCODINGS
            : sniffed
                .map(report -> report.choices().getOrDefault(option, List.of()))
                .orElse(List.of());
    boolean chosen = !choices.isEmpty() && !option.equals("encoding");
    Field.Kind kind = chosen ? Field.Kind.CHOICE : field.kind();
    String prompt =
        value
            .filter(_ -> field.text().isEmpty())
            .map(text -> chosen ? text : messages.get("look.detected", SignField.shown(text)))
            .orElse(field.placeholder());
    return new Field(
        field.path(),
        field.label(),
        kind,
        field.text(),
        kind == Field.Kind.FLAG ? field.placeholder() : prompt,
        field.help(),
        choices.isEmpty() ? field.known() : new Field.Known(choices, Schema.EMPTY),
        field.problem(),
        field.shared());
  }

  private static String problem(Field field, List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.place().isWithin(field.path().toString()))
        .findFirst()
        .map(problem -> (problem.message() + " " + problem.fix()).strip())
        .orElse("");
  }
}
