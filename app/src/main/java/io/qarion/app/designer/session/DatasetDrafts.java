package io.qarion.app.designer.session;

import io.qarion.app.designer.journal.Journals;
import io.qarion.app.designer.journal.Recovered;
import io.qarion.app.designer.journal.SetAside;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edits of an open project's datasets, a draft for each that somebody has looked at. */
public final class DatasetDrafts implements AutoCloseable {

  private static final TomlDocument NOTHING = TomlDocument.parse("", "");

  private final Journals journals;
  private final Map<String, Recovered> recovered = new LinkedHashMap<>();
  private final Map<DatasetName, DatasetDraft> drafts = new HashMap<>();

  /**
   * @param journals of datasets alone, since flows may have files of the same names
   */
  DatasetDrafts(Journals journals) {
    this.journals = journals;
  }

  /** Reads what is known from before; takes time. */
  void recover(List<StoredDataset> datasets) {
    for (StoredDataset dataset : datasets) {
      recovered.put(dataset.file(), journals.recover(dataset.file(), dataset.document().text()));
    }
  }

  /** What the user should know of that. */
  List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    recovered.forEach((file, found) -> {
      problems.addAll(found.problems());
      found.setAside().forEach(edits -> problems.add(aside(file, edits)));
    });
    return problems;
  }

  private static Problem aside(String file, SetAside edits) {
    return Problem.warning(
        "journal.aside",
        Place.in(file, 0, 0),
        "'%s' was changed outside, and edits that were not saved don't fit it any more."
            .formatted(file),
        "They are kept in '%s'.".formatted(edits.journal().getFileName()));
  }

  /**
   * The draft of a dataset. For the window's thread.
   *
   * @param stored what its file says; empty while no file declares it
   * @param outside name of the edit that is made of a change by somebody else
   */
  public DatasetDraft of(DatasetName name, Optional<StoredDataset> stored, String outside) {
    TomlDocument file = stored.map(StoredDataset::document).orElse(NOTHING);
    DatasetDraft known = drafts.get(name);
    if (known != null) {
      known.read(outside, file);
      return known;
    }
    var made =
        new DatasetDraft(
            file, stored.map(dataset -> journals.journal(dataset.file(), file.text())));
    stored
        .flatMap(dataset -> Optional.ofNullable(recovered.remove(dataset.file())))
        .flatMap(Recovered::history)
        .ifPresent(made::restore);
    drafts.put(name, made);
    return made;
  }

  /** Waits until everything is written. */
  @Override
  public void close() {
    journals.close();
  }
}
