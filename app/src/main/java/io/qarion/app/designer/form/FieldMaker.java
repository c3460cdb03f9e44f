package io.qarion.app.designer.form;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the fields of a form of what is declared and of what stands in the text. */
public final class FieldMaker {

  private final TomlDocument document;
  private final Messages messages;
  private final List<String> datasets;
  private final List<String> parameters;
  private final List<String> files;

  /**
   * @param datasets names there are
   * @param parameters that expressions may name
   * @param files with data, and their folders
   */
  public FieldMaker(
      TomlDocument document,
      Messages messages,
      List<String> datasets,
      List<String> parameters,
      List<String> files) {
    this.document = document;
    this.messages = messages;
    this.datasets = datasets;
    this.parameters = parameters;
    this.files = files;
  }

  /** A field for a setting that nobody has declared. */
  public Field plain(TomlPath path, String label, Field.Kind kind) {
    return field(path, label, kind, "", "", Field.Known.NOTHING);
  }

  /**
   * The fields of a declared setting: one, or one for each entry of a table and one for a further
   * entry; none where only the text can show its value.
   */
  public List<Field> declared(TomlPath table, PropertyDeclaration declaration, Schema columns) {
    TomlPath path = below(table, declaration.key());
    if (declaration.kind() instanceof Named(Simple value)) {
      return entries(path, declaration, value, columns);
    }
    Optional<TomlNode> node = document.find(path);
    Optional<Field.Kind> kind = kind(declaration.kind());
    if (node.isPresent()
        && kind.filter(one -> FieldValues.fits(one, node.get().value())).isEmpty()) {
      kind = FieldValues.kind(node.get().value());
    }
    return kind.stream()
        .map(one ->
            field(
                path,
                label(declaration.key()),
                one,
                declaration.defaultText(),
                declaration.help(),
                known(declaration.kind(), columns)))
        .toList();
  }

  /** Where a declared key stands; its points lead into tables. */
  public static TomlPath below(TomlPath table, String key) {
    TomlPath path = table;
    for (String step : key.split("\\.", -1)) {
      path = path.key(step);
    }
    return path;
  }

  private List<Field> entries(
      TomlPath path, PropertyDeclaration declaration, Simple value, Schema columns) {
    var fields = new ArrayList<Field>();
    Field.Kind kind = kind(value).orElse(Field.Kind.TEXT);
    Field.Known known = known(value, columns);
    document
        .find(path)
        .filter(TomlTableNode.class::isInstance)
        .map(TomlTableNode.class::cast)
        .ifPresent(table ->
            table
                .children()
                .forEach((name, node) -> {
                  if (FieldValues.fits(kind, node.value())) {
                    fields.add(field(node.path(), name, kind, "", declaration.help(), known));
                  }
                }));
    Field.Kind further =
        switch (value) {
          case EXPRESSION -> Field.Kind.NEW_EXPRESSION;
          case TYPE -> Field.Kind.NEW_TYPE;
          default -> Field.Kind.NEW_NAME;
        };
    fields.add(
        field(
            path,
            messages.get("inspector." + further.name().toLowerCase(Locale.ROOT)),
            further,
            messages.get("inspector.column_name"),
            declaration.help(),
            new Field.Known(List.of(), columns)));
    return fields;
  }

  /** The kind of an entry of a list; for one that is not there yet, it adds it. */
  public Field entryKind(TomlPath entry, Tables list) {
    TomlPath path = entry.key(list.kindKey());
    boolean there = document.find(entry).isPresent();
    return field(
        path,
        there ? label(list.kindKey()) : messages.get("inspector.new_entry"),
        there ? Field.Kind.CHOICE : Field.Kind.NEW_ENTRY,
        "",
        "",
        new Field.Known(List.copyOf(list.kinds().keySet()), Schema.EMPTY));
  }

  private Field field(
      TomlPath path,
      String label,
      Field.Kind kind,
      String placeholder,
      String help,
      Field.Known known) {
    String text = kind.isNew() ? "" : FieldValues.text(document.find(path));
    return new Field(path, label, kind, text, placeholder, help, known, "", Field.Shared.NOTHING);
  }

  private Field.Known known(PropertyKind kind, Schema columns) {
    List<String> words =
        switch (kind) {
          case Choice(List<String> choices) -> choices;
          case Simple.DATASET -> datasets;
          case Simple.EXPRESSION -> parameters;
          case Simple.FILE -> files;
          case Simple.TYPE ->
              Stream.concat(
                      Arrays.stream(PlainType.values()).map(PlainType::text),
                      Stream.of("decimal(18,2)"))
                  .toList();
          default -> List.of();
        };
    return new Field.Known(words, columns);
  }

  /** {@code load.file_pattern} becomes "File pattern". */
  public static String label(String key) {
    String words = key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
    if (words.equals("sql")) {
      return "SQL";
    }
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Optional<Field.Kind> kind(PropertyKind kind) {
    return switch (kind) {
      case Choice _ -> Optional.of(Field.Kind.CHOICE);
      case Named _, Options _, Tables _ -> Optional.empty();
      case Simple simple ->
          switch (simple) {
            case TEXT, DATASET, TYPE -> Optional.of(Field.Kind.TEXT);
            case VALUE -> Optional.of(Field.Kind.VALUE);
            case FILE -> Optional.of(Field.Kind.FILE);
            case COLUMN -> Optional.of(Field.Kind.COLUMN);
            case EXPRESSION -> Optional.of(Field.Kind.EXPRESSION);
            case SQL -> Optional.of(Field.Kind.LONG_TEXT);
            case TABLES -> Optional.empty();
            case INTEGER, NUMBER -> Optional.of(Field.Kind.NUMBER);
            case FLAG -> Optional.of(Field.Kind.FLAG);
            case TEXTS -> Optional.of(Field.Kind.LIST);
            case COLUMNS -> Optional.of(Field.Kind.COLUMNS);
            case ORDER -> Optional.of(Field.Kind.ORDER);
            case PAIRS -> Optional.of(Field.Kind.PAIRS);
          };
    };
  }
}
