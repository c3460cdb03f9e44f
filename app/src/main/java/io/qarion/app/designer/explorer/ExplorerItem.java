package io.qarion.app.designer.explorer;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.history.RunRecord;

/** A line of the explorer. */
sealed interface ExplorerItem {

  /** What a search looks through. */
  String words();

  /**
   * The head of a part of the explorer.
   *
   * @param count of what is found below it
   */
  record Heading(Section section, int count) implements ExplorerItem {
    @Override
    public String words() {
      return "";
    }
  }

  /** A flow of the project. */
  record FlowItem(FlowDocument document) implements ExplorerItem {
    @Override
    public String words() {
      return document.id() + " " + document.stored().get().flow().name();
    }
  }

  /** A dataset that is declared or that a flow makes. */
  record DatasetItem(DatasetEntry dataset) implements ExplorerItem {
    @Override
    public String words() {
      return dataset.name().value();
    }
  }

  /**
   * A folder with data files in it.
   *
   * @param path relative to the project
   */
  record FolderItem(String path) implements ExplorerItem {
    @Override
    public String words() {
      return path;
    }
  }

  /** A file with data. */
  record FileItem(DataFile file) implements ExplorerItem {
    @Override
    public String words() {
      return file.path();
    }
  }

  /**
   * A run of a flow.
   *
   * @param title name of the flow, or its id where the flow is gone
   */
  record RunItem(RunRecord run, String title) implements ExplorerItem {
    @Override
    public String words() {
      return title + " " + run.flow() + " " + run.status().text();
    }
  }

  /** Says what would stand here. */
  record NoteItem(String text) implements ExplorerItem {
    @Override
    public String words() {
      return text;
    }
  }
}
