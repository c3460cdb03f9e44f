package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project with one flow of a type and an export of what it makes. */
final class TypeProject {

  private static final String PROJECT =
      """
      format_version = 1
      [project]
      name = "Types"
      [engine]
      name = "ENGINE"
      """;

  /** Tablesaw holds no more than a million rows unless it is told to. */
  private static final String MANY_ROWS = "[engine.config]\nrow_limit = 100000000\n";

  private final OrderFiles files;
  private final String type;
  private final String engine;
  private final Path folder;

  TypeProject(OrderFiles files, String type, String engine) {
    this.files = files;
    this.type = type;
    this.engine = engine;
    this.folder = files.folder().resolve("types").resolve(engine);
  }

  Path folder() {
    return folder;
  }

  /** What the export writes. */
  Path result() {
    return folder.resolve("result.parquet");
  }

  /** Writes it anew; the deliveries are linked, not copied. */
  void make() throws IOException {
    Folders.makeEmpty(folder);
    Files.createDirectories(folder.resolve("flows"));
    Files.createDirectories(folder.resolve("data"));
    String limits = engine.startsWith("tablesaw") ? MANY_ROWS : "";
    Files.writeString(
        folder.resolve("qarion-etl.toml"), PROJECT.replace("ENGINE", engine) + limits);
    Files.writeString(folder.resolve("flows/flow.toml"), TypeScript.resource(type + "/flow.toml"));
    Files.writeString(folder.resolve("flows/result.toml"), export());
    for (Path file : files.all()) {
      Files.createLink(folder.resolve("data").resolve(file.getFileName()), file);
    }
  }

  private String export() {
    String dataset =
        switch (type) {
          case "change_feed" -> "flow_change_feed";
          case "scd2" -> "flow_scd2";
          case "sessionization" -> "flow_sessions";
          default -> "flow_growth";
        };
    return """
    id = "result"
    flow_type = "export_flow"
    [properties.export]
    source_dataset_id = "%s"
    file_path = "result.parquet"
    format = "parquet"
    """
        .formatted(dataset);
  }
}
