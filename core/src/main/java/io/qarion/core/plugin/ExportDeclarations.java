package io.qarion.core.plugin;

import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;

/** The settings that say which file is written and how. */
public final class ExportDeclarations {

  private ExportDeclarations() {}

  /**
   * The declarations.
   *
   * @param prefix of their keys: {@code export.} in a flow, empty in a task
   */
  public static List<PropertyDeclaration> below(String prefix) {
    return List.of(
        PropertyDeclaration.optional(
            prefix + "file_path",
            Simple.FILE,
            "",
            "The file to write; {batch_id}, {date} and {flow_id} are filled in."),
        PropertyDeclaration.optional(
            prefix + "path", Simple.FILE, "", "Another name for file_path."),
        PropertyDeclaration.optional(
            prefix + "format", Simple.TEXT, "by extension", LoadDeclarations.FORMATS),
        PropertyDeclaration.optional(
            prefix + "spreadsheet_safe",
            Simple.FLAG,
            "false",
            "Whether text that a spreadsheet would take for a formula gets an apostrophe."),
        PropertyDeclaration.optional(
            prefix + "options", Options.WRITTEN, "", "How the format is written."));
  }
}
