package io.qarion.app.designer.importing;

import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.plugin.LoadTable;
import io.qarion.core.run.FileReading;
import io.qarion.core.toml.TomlDocument;

/**
 * What is looked at: a load of a flow, with what is tried out.
 *
 * @param before the text when the looking began
 * @param tried the text with the settings that are tried out
 * @param load what the tried text says
 * @param file which of its files is shown, relative to the project; empty before they are known
 */
record ReadFile(
    FlowDocument flow, TomlDocument before, TomlDocument tried, LoadTable load, String file) {

  FileReading reading() {
    return new FileReading(file, load.settings(), load.declared());
  }

  ReadFile showing(String newFile) {
    return new ReadFile(flow, before, tried, load, newFile);
  }

  boolean isChanged() {
    return !tried.text().equals(before.text());
  }
}
