package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.file.FileLoader;
import io.qarion.core.file.FileRequest;
import io.qarion.core.file.FileSource;
import io.qarion.core.file.SniffReport;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.LoaderPlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.StepWork;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the loader of a file and opens it. */
final class FileOpener {

  private final Plugins plugins;
  private final Path temporary;

  FileOpener(Plugins plugins, Path temporary) {
    this.plugins = plugins;
    this.temporary = temporary;
  }

  /** A file with the columns that its landing declares. */
  FileSource open(Path file, String shownName, StepWork.Load work) {
    return open(
        file, shownName, work.settings(), TechnicalColumns.visible(work.landing().schema(), ""));
  }

  /** A file with columns that are declared elsewhere. */
  FileSource open(Path file, String shownName, LoadSettings settings, Schema declared) {
    FileRequest request = request(file, shownName, settings, Optional.of(declared));
    return loader(file, settings).open(request);
  }

  /** What a file looks like by itself. */
  SniffReport sniff(Path file, String shownName, LoadSettings settings) {
    return loader(file, settings).sniff(request(file, shownName, settings, Optional.empty()));
  }

  private FileRequest request(
      Path file, String shownName, LoadSettings settings, Optional<Schema> declared) {
    return new FileRequest(file, shownName, settings.options(), declared, temporary);
  }

  /** What reads a file. */
  FileLoader loader(Path file, LoadSettings settings) {
    LoaderPlugin plugin = plugins.loader(settings.format(), file, settings.path() + ".format");
    String format =
        settings.format().or(() -> plugins.formatOf(file)).orElse(plugin.formats().getFirst());
    return plugin.loader(format);
  }
}
