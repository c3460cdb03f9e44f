package io.qarion.core.repository;

import io.qarion.core.problem.Problem;
import io.qarion.core.toml.TomlDocument;
import java.util.List;

/** The TOML files of one folder of a project, wherever they are kept. */
interface TomlFiles {

  /**
   * A file as read.
   *
   * @param problems why it could not be read; its document is empty then
   */
  record TomlFile(TomlDocument document, List<Problem> problems) {

    public TomlFile {
      problems = List.copyOf(problems);
    }

    String name() {
      return document.fileName();
    }
  }

  /** All, in natural order of their names. */
  List<TomlFile> read();

  /** A name for a new file: one that no file has. */
  String freeName(String title);

  /**
   * Writes a file.
   *
   * @param file relative to the project
   * @return the document under the file's name
   */
  TomlDocument write(String file, TomlDocument document);

  /** Gives a file another name in one step; never in place of another file. */
  void move(String file, String newFile);

  void delete(String file);
}
