package io.qarion.core.toml;

import io.qarion.core.problem.Problem;
import io.qarion.core.project.ProjectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the settings of a project out of {@code qarion-etl.toml}. */
public final class ProjectToml {

  /** The name of the file. */
  public static final String FILE = "qarion-etl.toml";

  /** The name that Qarion ETL's manual also uses. */
  public static final String OTHER_FILE = "config.toml";

  private static final String[] OF_LATER_ISSUES = {
    "flow_storage", "dataset_storage", "schema_storage", "credential_store", "credentials"
  };

  private ProjectToml() {}

  /**
   * A project's settings as far as they could be read, with what is wrong at its place in the file.
   *
   * @param readOnly the file is of a newer format and must not be changed
   */
  public record Reading(ProjectSettings settings, List<Problem> problems, boolean readOnly) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads settings; never fails.
   *
   * @param folderName the name of the project where the file gives none
   */
  public static Reading read(TomlDocument document, String folderName) {
    var problems = new ArrayList<>(document.problems());
    var reader = new TableReader(document.root(), Reported.by(document, problems));
    ProjectSettings settings = settings(reader, folderName);
    reader.accept(OF_LATER_ISSUES);
    FormatVersion.read(reader);
    checkFernetKey(reader);
    reader.reportUnknown();
    if (document.isValid() && document.fileName().endsWith(OTHER_FILE)) {
      problems.add(
          Problem.hint(
              "project.name",
              document.place(0),
              "The project's file is called '%s'.".formatted(OTHER_FILE),
              "Rename it to '%s'.".formatted(FILE)));
    }
    return new Reading(settings, problems, FormatVersion.isNewer(document));
  }

  private static ProjectSettings settings(TableReader reader, String folderName) {
    TableReader project = below(reader, "project");
    project.accept(OF_LATER_ISSUES);
    TableReader engine = below(reader, "engine");
    TableReader metadata = below(reader, "metadata_engine");
    TableReader limits = below(reader, "limits");
    var settings =
        new ProjectSettings(
            project.text("name").filter(name -> !name.isBlank()).orElse(folderName),
            project.text("description").orElse(""),
            engine.text("name").filter(name -> !name.isBlank()).orElse("duckdb"),
            SettingsReader.below(engine, "config"),
            metadataPath(metadata),
            SettingsReader.below(reader, "variables"),
            maxParallel(limits));
    List.of(project, engine, metadata, limits).forEach(TableReader::reportUnknown);
    return settings;
  }

  private static String metadataPath(TableReader metadata) {
    metadata.accept("name");
    TableReader config = below(metadata, "config");
    return config.text("path").filter(path -> !path.isBlank()).orElse(".qarion/metadata.db");
  }

  private static int maxParallel(TableReader limits) {
    int cores = Runtime.getRuntime().availableProcessors();
    Optional<Long> wanted = limits.whole("max_parallel");
    if (wanted.isPresent() && (wanted.get() < 1 || wanted.get() > Integer.MAX_VALUE)) {
      limits.error(
          "max_parallel",
          "field.range",
          "'max_parallel' can't be %d.".formatted(wanted.get()),
          "Write a number of steps from 1, such as %d.".formatted(cores));
      return cores;
    }
    return wanted.map(Math::toIntExact).orElse(cores);
  }

  /** A table of another one; an empty one if it is not there. */
  private static TableReader below(TableReader reader, String key) {
    TomlTableNode table = reader.table(key).orElseGet(() -> reader.node().emptyBelow(key));
    return new TableReader(table, reader.problems());
  }

  private static void checkFernetKey(TableReader reader) {
    reader.accept("fernet_key");
    if (reader.has("fernet_key")) {
      reader
          .problems()
          .accept(
              Problem.warning(
                  "project.fernet-key",
                  reader.placeOf("fernet_key"),
                  "The key that opens the project's credentials stands in a file that others get.",
                  "Put it into the environment variable QARION_FERNET_KEY and remove the line."));
    }
  }
}
