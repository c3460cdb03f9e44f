package io.qarion.core.run;

import io.qarion.core.dataset.Schema;
import io.qarion.core.file.FileSource;
import io.qarion.core.file.SniffReport;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.plugin.StepWork;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Opens files to show them, and looks at each one once while it stays as it is. Runs don't use it:
 * what they write down is never older than the file.
 */
final class KnownFiles {

  private static final int MOST = 256;

  private final FileOpener opener;
  private final UnchangedFiles<Opening, FileSource> opened;
  private final UnchangedFiles<LoadSettings, SniffReport> sniffed;

  KnownFiles(FileOpener opener, InstantSource clock) {
    this.opener = opener;
    this.opened = new UnchangedFiles<>(MOST, clock, KnownFiles::isOfTheFileItself);
    this.sniffed = new UnchangedFiles<>(MOST, clock, (_, _) -> true);
  }

  private record Opening(LoadSettings settings, Schema landing) {}

  /** As {@link FileOpener#open}. */
  FileSource open(Path file, String shownName, StepWork.Load work) {
    return opened.find(
        file,
        new Opening(work.settings(), work.landing().schema()),
        () -> opener.open(file, shownName, work));
  }

  /** As {@link FileOpener#sniff}. */
  SniffReport sniff(Path file, String shownName, LoadSettings settings) {
    return sniffed.find(file, settings, () -> opener.sniff(file, shownName, settings));
  }

  /** Not of an unpacked copy, which its owner may delete. */
  private static boolean isOfTheFileItself(Path file, FileSource source) {
    return source.relation().file().equals(file);
  }
}
