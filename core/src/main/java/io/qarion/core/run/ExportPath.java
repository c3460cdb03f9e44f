package io.qarion.core.run;

import io.qarion.core.file.ProjectPaths;
import io.qarion.core.plugin.StepWork;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of an export's path. */
final class ExportPath {

  private ExportPath() {}

  static Path of(StepWork.Export work, StepRun run, ProjectPaths paths) {
    String text =
        work.path()
            .replace("{batch_id}", Long.toString(run.batch().batchId()))
            .replace("{date}", run.batch().clock().toLocalDate().toString())
            .replace("{flow_id}", run.flow().id().value());
    for (Map.Entry<String, Object> variable : run.batch().parameters().entrySet()) {
      text =
          text.replaceAll(
              "\\{\\{\\s*" + Pattern.quote(variable.getKey()) + "\\s*}}",
              Matcher.quoteReplacement(variable.getValue().toString()));
    }
    return paths.resolve(text, work.element() + ".file_path");
  }
}
