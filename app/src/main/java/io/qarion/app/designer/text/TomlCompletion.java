package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposals;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what can be written at a caret in the text of a flow. It goes by the lines around it, never
 * by a parser, since a text that is being typed is broken most of the time.
 */
final class TomlCompletion {

  private final KeyProposals keys;
  private final ValueProposals values;
  private final HeaderProposals headers;

  TomlCompletion(Plugins plugins, Messages messages, FlowKnowledge known) {
    var declared = new FlowKeys(plugins, messages);
    var columns = new ColumnsHere(known, plugins.ruleTypes());
    headers = new HeaderProposals(declared, messages);
    keys = new KeyProposals(declared, columns, headers, messages);
    values = new ValueProposals(declared, columns, new WordTexts(plugins, messages));
  }

  /** Proposals for the word before the caret; none in comments and where nothing is known. */
  Proposals at(String text, int caret) {
    var around = new Surroundings(text, caret);
    Optional<TomlSection.Setting> setting =
        around.section().settings().stream()
            .filter(each -> each.valueFrom() <= caret && caret <= each.end())
            .findFirst();
    if (setting.isPresent()) {
      return inValue(text, caret, setting.get(), around);
    }
    String before = text.substring(Words.lineStart(text, caret), caret).stripLeading();
    if (before.startsWith("[")) {
      return before.contains("]") ? Proposals.NONE : headers.at(text, caret, around);
    }
    boolean oneWord = Words.start(before, before.length()) == 0;
    return oneWord ? keys.onLine(text, caret, around) : Proposals.NONE;
  }

  private Proposals inValue(
      String text, int caret, TomlSection.Setting setting, Surroundings around) {
    ValueCursor cursor = ValueScan.cursor(text, setting.valueFrom(), caret);
    if (!cursor.isFree()) {
      return Proposals.NONE;
    }
    List<String> parts = new ArrayList<>();
    if (!around.section().name().isEmpty()) {
      parts.add(around.section().name());
    }
    parts.add(setting.key());
    parts.addAll(cursor.path());
    String path = String.join(".", parts);
    return cursor.isKey()
        ? keys.inline(text, caret, path, around)
        : values.at(text, caret, cursor, path, around);
  }
}
