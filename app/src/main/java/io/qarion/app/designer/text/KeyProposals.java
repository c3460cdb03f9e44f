package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.control.Proposals;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Column;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.PropertyKind;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Proposes keys that are legal in a table and not yet there. */
final class KeyProposals {

  private final FlowKeys keys;
  private final ColumnsHere columns;
  private final HeaderProposals headers;
  private final Messages messages;

  KeyProposals(FlowKeys keys, ColumnsHere columns, HeaderProposals headers, Messages messages) {
    this.keys = keys;
    this.columns = columns;
    this.headers = headers;
    this.messages = messages;
  }

  /** Proposals for the word that begins a line. */
  Proposals onLine(String text, int caret, Surroundings around) {
    int from = Words.start(text, caret);
    int to = Words.end(text, caret);
    var found = new ArrayList<Proposal>();
    String table = around.section().name();
    found.addAll(declared(table, used(around, from), around, isAssigned(text, to)));
    found.addAll(named(table, used(around, from), around, isAssigned(text, to)));
    String word = text.substring(from, caret);
    if (word.isEmpty()) {
      found.addAll(headers.all(around));
    }
    return new Proposals(from, to, Matching.of(word, found));
  }

  /** Proposals for a key of an inline table. */
  Proposals inline(String text, int caret, String table, Surroundings around) {
    int from = Words.start(text, caret);
    int to = Words.end(text, caret);
    boolean assigned = isAssigned(text, to);
    var found = new ArrayList<>(declared(table, Set.of(), around, assigned));
    found.addAll(named(table, Set.of(), around, assigned));
    return new Proposals(from, to, Matching.of(text.substring(from, caret), found));
  }

  private List<Proposal> declared(
      String table, Set<String> used, Surroundings around, boolean assigned) {
    return keys.in(table, around).stream()
        .filter(key -> !used.contains(key.key()) && !isInTable(table, key, around))
        .map(key ->
            new Proposal(
                key.key(),
                assigned ? key.key() : key.key() + " = ",
                detail(key.kind(), key.required()),
                key.help()))
        .toList();
  }

  /** Whether a key with points belongs into a table that has a header of its own. */
  private static boolean isInTable(String table, PropertyDeclaration key, Surroundings around) {
    int point = key.key().lastIndexOf('.');
    return point >= 0 && around.find(table + "." + key.key().substring(0, point)).isPresent();
  }

  /** Names of columns, where the keys of a table are such. */
  private List<Proposal> named(
      String table, Set<String> used, Surroundings around, boolean assigned) {
    boolean names =
        keys.kind(table, around)
            .filter(kind -> kind instanceof Named(Simple value) && ofColumns(value))
            .isPresent();
    return !names
        ? List.of()
        : columns.of(around).columns().stream()
            .filter(column -> !used.contains(column.name()))
            .map(column -> column(column, assigned))
            .toList();
  }

  /** New types and new names are given to columns there are; formulas make new ones. */
  private static boolean ofColumns(Simple value) {
    return value == Simple.TYPE || value == Simple.TEXT;
  }

  private static Proposal column(Column column, boolean assigned) {
    String key = Words.key(column.name());
    return new Proposal(column.name(), assigned ? key : key + " = ", column.type().text(), "");
  }

  private static Set<String> used(Surroundings around, int word) {
    Set<String> used = new HashSet<>();
    Stream<TomlSection.Setting> others =
        around.section().settings().stream().filter(setting -> setting.from() != word);
    others.forEach(setting -> used.add(setting.key()));
    return used;
  }

  private static boolean isAssigned(String text, int wordEnd) {
    return text.substring(wordEnd, Words.lineEnd(text, wordEnd)).stripLeading().startsWith("=");
  }

  private String detail(PropertyKind kind, boolean required) {
    String name =
        switch (kind) {
          case Choice _ -> "choice";
          case Named _, Options _ -> "table";
          case Tables _ -> "tables";
          case Simple simple -> simple.name().toLowerCase(Locale.ROOT);
        };
    String words = messages.find("completion.kind." + name).orElse(name);
    return required ? messages.get("completion.required", words) : words;
  }
}
