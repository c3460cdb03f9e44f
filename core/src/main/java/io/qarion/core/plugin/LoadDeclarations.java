package io.qarion.core.plugin;

import io.qarion.core.plugin.PropertyDeclaration.Options;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;

/** The settings that say where files are and how they are read. */
public final class LoadDeclarations {

  /** The formats there are, as a help says them. */
  static final String FORMATS = "csv, tsv, json, jsonl, parquet or xlsx.";

  private LoadDeclarations() {}

  /** Whether batches stay in a landing table; for flows that compare each with the one before. */
  public static PropertyDeclaration landing(String prefix) {
    return PropertyDeclaration.choice(
        prefix + "landing",
        "Whether loaded rows stay in a table, or only the last delivery is kept, as Parquet.",
        "table",
        "direct");
  }

  /**
   * The declarations.
   *
   * @param prefix of their keys: {@code load.} in a flow, empty in a task
   */
  public static List<PropertyDeclaration> below(String prefix) {
    return List.of(
        PropertyDeclaration.optional(
            prefix + "source_path",
            Simple.FILE,
            "",
            "The file, or the folder with the files, relative to the project."),
        PropertyDeclaration.optional(
            prefix + "path", Simple.FILE, "", "Another name for source_path."),
        PropertyDeclaration.optional(
            prefix + "file_pattern",
            Simple.TEXT,
            "",
            "Which files of the folder, such as orders_*.csv."),
        PropertyDeclaration.optional(
            prefix + "recursive", Simple.FLAG, "false", "Whether folders inside count too."),
        PropertyDeclaration.optional(prefix + "format", Simple.TEXT, "by extension", FORMATS),
        PropertyDeclaration.choice(
            prefix + "batching",
            "Whether all new files are one batch, or each is one.",
            "per_run",
            "per_file"),
        PropertyDeclaration.choice(
            prefix + "on_bad_row",
            "Whether a record that does not fit fails the load or is put aside.",
            "fail",
            "reject"),
        PropertyDeclaration.choice(
            prefix + "on_duplicate_key",
            "What happens to rows of one batch with equal keys.",
            "fail",
            "keep_first",
            "keep_last"),
        PropertyDeclaration.optional(
            prefix + "keep_batches", Simple.INTEGER, "all", "How many batches landing keeps."),
        PropertyDeclaration.optional(
            prefix + "options", Options.READ, "", "How the format is read."));
  }
}
