package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.Schema;
import io.qarion.core.plugin.Plugins;

/** Says what the words mean that a setting can be. */
final class WordTexts {

  private final Plugins plugins;
  private final Messages messages;

  WordTexts(Plugins plugins, Messages messages) {
    this.plugins = plugins;
    this.messages = messages;
  }

  /** A word of a choice. */
  Proposal of(String path, String word) {
    return switch (path) {
      case "flow_type" ->
          plugins
              .flow(word)
              .map(type -> new Proposal(word, type.name(), type.description()))
              .orElseGet(() -> new Proposal(word, "", ""));
      case "tasks.type" ->
          plugins
              .taskTypes()
              .find(word)
              .map(type -> new Proposal(word, type.name(), type.description()))
              .orElseGet(() -> new Proposal(word, "", ""));
      case "tasks.rules.operation" ->
          plugins
              .ruleTypes()
              .find(word)
              .map(rule -> new Proposal(word, rule.name(), rule.description()))
              .orElseGet(() -> new Proposal(word, messages.find("rule." + word).orElse(""), ""));
      default -> new Proposal(word, "", "");
    };
  }

  /** A dataset, with the number of its columns. */
  Proposal dataset(String name, Schema schema) {
    return new Proposal(
        name,
        schema.size() == 0 ? "" : messages.get("completion.columns", schema.size()),
        String.join(", ", schema.names()));
  }
}
