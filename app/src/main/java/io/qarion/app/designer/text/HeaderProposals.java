package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.control.Proposals;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Proposes the tables that may begin at a place of a flow. */
final class HeaderProposals {

  private static final String TASKS = "tasks.";

  private final FlowKeys keys;
  private final Messages messages;

  HeaderProposals(FlowKeys keys, Messages messages) {
    this.keys = keys;
    this.messages = messages;
  }

  /** Proposals for a line that begins with a bracket. */
  Proposals at(String text, int caret, Surroundings around) {
    int lineStart = Words.lineStart(text, caret);
    int from = text.indexOf('[', lineStart);
    String begun = text.substring(from, caret);
    String name = begun.replace("[", "").strip();
    boolean many = begun.startsWith("[[");
    int to = Words.end(text, caret);
    while (to < text.length() && text.charAt(to) == ']') {
      to++;
    }
    List<Proposal> found =
        all(around).stream()
            .filter(each -> !many || each.text().startsWith("[["))
            .filter(each -> each.text().replace("[", "").startsWith(name))
            .toList();
    return new Proposals(from, to, found);
  }

  /** Every header that may come here. */
  List<Proposal> all(Surroundings around) {
    var found = new ArrayList<Proposal>();
    if (around.task().isPresent()) {
      if (around.taskType().isEmpty() || around.taskType().equals("transformation")) {
        found.add(list("tasks.rules"));
      }
      addTables("tasks.config", around, found);
      addTables("tasks.properties", around, found);
    }
    found.add(list("tasks"));
    addTables("properties", around, found);
    addMissing("variables", around, found);
    addMissing("input", around, found);
    found.add(list("input.columns"));
    found.add(list("triggers"));
    return found;
  }

  /** A table of settings, and the tables inside it that its keys name. */
  private void addTables(String table, Surroundings around, List<Proposal> found) {
    Set<String> names = new LinkedHashSet<>();
    for (PropertyDeclaration declared : keys.in(table, around)) {
      int point = declared.key().lastIndexOf('.');
      names.add(point < 0 ? table : table + "." + declared.key().substring(0, point));
      if (declared.kind() instanceof Tables || declared.kind() == Simple.TABLES) {
        found.add(list(table + "." + declared.key()));
      } else if (declared.kind() instanceof Options || declared.kind() instanceof Named) {
        names.add(table + "." + declared.key());
      }
    }
    names.forEach(name -> addMissing(name, around, found));
  }

  private void addMissing(String name, Surroundings around, List<Proposal> found) {
    if (around.find(name).isEmpty()) {
      found.add(proposal("[" + name + "]", name));
    }
  }

  private Proposal list(String name) {
    return proposal("[[" + name + "]]", name);
  }

  private Proposal proposal(String header, String name) {
    String last = name.startsWith(TASKS) ? "task." + name.substring(TASKS.length()) : name;
    return new Proposal(
        header,
        messages.get("completion.table"),
        messages.find("completion.table." + last).orElse(""));
  }
}
