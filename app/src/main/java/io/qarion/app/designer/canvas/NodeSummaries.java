package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dag.DagNode;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line for each step that says what it does. */
final class NodeSummaries {

  private final CompiledFlow flow;
  private final Messages messages;

  NodeSummaries(CompiledFlow flow, Messages messages) {
    this.flow = flow;
    this.messages = messages;
  }

  String of(DagNode node) {
    return flow.work(node.id())
        .map(work ->
            switch (work) {
              case StepWork.Load load -> files(load);
              case StepWork.Transform transform -> rules(transform);
              case StepWork.Check check ->
                  messages.get("node.summary.checks", check.suite().checks().size());
              case StepWork.Export export -> messages.get("node.summary.export", export.path());
              case StepWork.Call(var call, _) ->
                  messages.get("node.summary.call", call.flow().value());
              case StepWork.Relay relay ->
                  messages.get(
                      "node.summary.relay",
                      relay
                          .publisher()
                          .text("url")
                          .orElseGet(() -> relay.publisher().text("path", "")));
            })
        .orElseGet(() -> messages.get("node.summary.broken"));
  }

  private String files(StepWork.Load load) {
    Optional<String> pattern = load.settings().filePattern();
    String source = load.settings().sourcePath();
    return messages.get(
        "node.summary.files", pattern.map(files -> source + "/" + files).orElse(source));
  }

  private String rules(StepWork.Transform transform) {
    List<TransformationInstruction> instructions = transform.group().instructions();
    return switch (instructions.getFirst().query().body()) {
      case QueryBody.Statement _ -> messages.get("node.summary.sql");
      case QueryBody.Rules(List<TransformationRule> rules) ->
          rules.isEmpty()
              ? messages.get("node.summary.copy")
              : rules.stream()
                  .map(rule -> messages.get("rule." + rule.operation()))
                  .distinct()
                  .collect(Collectors.joining(", "));
    };
  }
}
