package io.qarion.app.designer.form;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a form for each entry of a list of tables, such as that of quality checks. */
public final class EntryForms {

  private final TomlDocument document;
  private final FieldMaker fields;
  private final Messages messages;

  public EntryForms(TomlDocument document, FieldMaker fields, Messages messages) {
    this.document = document;
    this.fields = fields;
    this.messages = messages;
  }

  /**
   * An entry of a list.
   *
   * @param kind as the text has it; empty if it says none
   * @param name as the text has it; empty if it says none
   * @param used settings that are always seen
   * @param unused further ones
   */
  public record Entry(
      TomlPath path, String kind, String name, List<Field> used, List<Field> unused) {

    public Entry {
      used = List.copyOf(used);
      unused = List.copyOf(unused);
    }
  }

  /**
   * The entries of a list.
   *
   * @param columns that its settings can speak of
   */
  public List<Entry> of(Tables list, TomlPath path, Schema columns) {
    return IntStream.range(0, size(path))
        .mapToObj(index -> entry(list, path.index(index), columns))
        .toList();
  }

  private Entry entry(Tables list, TomlPath entry, Schema columns) {
    Field kind = fields.entryKind(entry, list);
    var group = new FieldGroup();
    group.add(kind);
    for (PropertyDeclaration declaration : list.of(kind.text())) {
      List<Field> made = fields.declared(entry, declaration, columns);
      if (list.common().contains(declaration)) {
        group.add(declaration, made);
      } else {
        made.forEach(group::add);
      }
    }
    group.add(
        PropertyDeclaration.optional(list.nameKey(), Simple.TEXT, "", ""),
        List.of(
            fields.plain(
                entry.key(list.nameKey()), messages.get("inspector.name"), Field.Kind.TEXT)));
    return new Entry(
        entry,
        kind.text(),
        FieldValues.text(document.find(entry.key(list.nameKey()))),
        group.used(),
        group.unused());
  }

  /** A field that adds an entry. */
  public Field further(Tables list, TomlPath path) {
    return fields.entryKind(path.index(size(path)), list);
  }

  private int size(TomlPath array) {
    return document.find(array).map(TomlNode::value).orElse(null)
            instanceof TomlValue.Items(List<TomlValue> items)
        ? items.size()
        : 0;
  }
}
