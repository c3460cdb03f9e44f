package io.qarion.app.designer.session;

import io.qarion.app.designer.journal.JournalPlace;
import io.qarion.core.problem.Problem;
import io.qarion.core.run.ProjectSession;
import java.util.List;

/** What a window has of a project beside its files. */
sealed interface Hold extends AutoCloseable {

  /** All: its tables, its runs, and its history. */
  record Owned(ProjectSession session) implements Hold {

    @Override
    public void close() {
      session.close();
    }
  }

  /**
   * Nothing, since another program owns it, or its folder can't be written.
   *
   * @param reasons why, and the way out
   * @param journals where edits are kept instead
   */
  record Refused(List<Problem> reasons, JournalPlace journals) implements Hold {

    public Refused {
      reasons = List.copyOf(reasons);
    }

    @Override
    public void close() {
      journals.close();
    }
  }

  @Override
  void close();
}
