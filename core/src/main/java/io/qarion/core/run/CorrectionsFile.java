package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Landings;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.BadRecord;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.LandingRequest;
import io.qarion.core.engine.LandingWriter;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.Corrections;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.BatchContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file of corrections: the id of each row, the columns that are to be other than they were, and
 * whether the row is given up. Other columns of the program are passed over, so that an export of
 * the parked rows can be edited and handed in as it is.
 */
final class CorrectionsFile {

  private static final String OPTION = "--corrections";

  private final Corrections corrections;
  private final Path file;
  private final String shownName;
  private final LoadSettings settings;
  private final FileOpener opener;

  CorrectionsFile(RunEnvironment environment, Corrections corrections, String name) {
    this.corrections = corrections;
    this.file = environment.paths().resolve(name, OPTION);
    this.shownName = environment.paths().shown(file);
    this.settings = LoadSettings.from(new Settings(OPTION, Map.of("source_path", name)));
    this.opener = new FileOpener(environment.plugins(), environment.temporary());
  }

  Place place() {
    return Place.in(shownName, 0, 0);
  }

  /** The columns of a loaded file that say something. */
  static Schema said(Schema loaded) {
    return new Schema(
        loaded.columns().stream()
            .filter(column -> !TechnicalColumns.LANDING.contains(column))
            .toList());
  }

  /** Loads the file into a table of its own, or says what can't be read of it. */
  Dataset load(BatchContext batch, EngineTransaction transaction) {
    if (!Files.isRegularFile(file)) {
      throw refused("corrections.missing", "There is no such file.", "Check its name.");
    }
    Schema declared = declared(opener.sniff(file, shownName, settings).detected());
    Dataset landing =
        Landings.landing(
            new DatasetName(corrections.handedIn().name() + "_file"),
            corrections.handedIn().namespace(),
            declared,
            List.of(Corrections.PARKING_ID));
    LandingWriter writer =
        transaction.landing(
            new LandingRequest(landing, LoadSettings.Landing.TABLE, Optional.empty(), batch));
    LoadResult result = writer.load(opener.open(file, shownName, settings, declared).relation());
    if (result.rejected() > 0) {
      String places =
          result.samples().stream().map(BadRecord::toString).collect(Collectors.joining("\n  "));
      throw refused(
          "load.bad_records",
          "%,d corrections can't be read as declared:\n  %s".formatted(result.rejected(), places),
          "Correct the file.");
    }
    writer.checkKeys("Write each row once.");
    var _ = writer.finish();
    return landing;
  }

  private Schema declared(Schema found) {
    var columns = new ArrayList<Column>();
    for (String name : found.names()) {
      if (name.equals(Corrections.PARKING_ID) || name.equals(Corrections.STATUS)) {
        columns.add(Column.of(name, PlainType.STRING));
      } else if (!TechnicalColumns.isReserved(name)) {
        columns.add(
            corrections.input().find(name).map(Column::optional).orElseThrow(() -> unknown(name)));
      }
    }
    var declared = new Schema(columns);
    if (!declared.has(Corrections.PARKING_ID)) {
      throw refused(
          "corrections.no_id",
          "The file does not say which rows it speaks of.",
          "Add a column %s with the ids of parked rows.".formatted(Corrections.PARKING_ID));
    }
    return declared;
  }

  private QarionException unknown(String name) {
    return refused(
        "column.unknown",
        "The input has no column '%s'.".formatted(name),
        NearestName.hint(name, corrections.input().names(), "columns"));
  }

  private QarionException refused(String code, String message, String fix) {
    return new QarionException(Problem.error(code, place(), message, fix));
  }
}
