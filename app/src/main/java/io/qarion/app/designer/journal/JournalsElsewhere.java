package io.qarion.app.designer.journal;

import io.qarion.core.file.ContentHash;
import io.qarion.core.file.FileFailures;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.run.ProjectLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the user's edits are kept while their project's own folder is somebody else's, or can't be
 * written: in the user's folder, one place a window. Takes time.
 */
public final class JournalsElsewhere {

  private final Path base;

  /**
   * @param folder of the user's settings
   */
  public JournalsElsewhere(Path folder) {
    this.base = folder.resolve("journals");
  }

  /** A place that no other window has, with what the last one left in it. */
  public JournalPlace take(Path project) {
    int number = 1;
    while (true) {
      Path folder = place(project, number);
      try {
        return new JournalPlace(folder, Optional.of(ProjectLock.acquire(folder)));
      } catch (QarionException e) {
        if (!e.code().equals(ProjectLock.CODE)) {
          return new JournalPlace(folder, Optional.empty());
        }
        number++;
      }
    }
  }

  /**
   * Brings what was left elsewhere into the project, which can be written now. Edits that are not
   * in their file go on there, or stand beside others that are not.
   *
   * @param home folder of the project's own journals
   * @return what could not be brought, and stays where it is
   */
  public List<Problem> bringHome(Path project, Path home) {
    var problems = new ArrayList<Problem>();
    for (int number = 1; Files.isDirectory(place(project, number)); number++) {
      Path folder = place(project, number);
      try (ProjectLock _ = ProjectLock.acquire(folder)) {
        JournalMove.all(folder, home);
        if (Files.isDirectory(Journals.ofDatasets(folder))) {
          JournalMove.all(Journals.ofDatasets(folder), Journals.ofDatasets(home));
        }
      } catch (IOException e) {
        problems.add(left(folder, FileFailures.reason(e)));
      } catch (QarionException e) {
        if (!e.code().equals(ProjectLock.CODE)) {
          problems.addAll(e.asWarnings());
        }
      }
    }
    return problems;
  }

  private Path place(Path project, int number) {
    String name = ContentHash.ofText(project.toUri().toASCIIString()).substring(0, 16);
    return base.resolve(name).resolve(String.valueOf(number));
  }

  private static Problem left(Path folder, String reason) {
    return Problem.warning(
        "journal.read",
        Place.in(folder.toString(), 0, 0),
        "Edits of this project that are kept in '%s' can't be brought here: %s."
            .formatted(folder, reason),
        "They stay there. Give yourself the right to use both folders, then open it again.");
  }
}
