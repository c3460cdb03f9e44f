package io.qarion.core.flow;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a flow's files are and how they are read.
 *
 * @param path where the table stands in its file
 * @param filePattern glob below {@code sourcePath}; empty if {@code sourcePath} is one file
 * @param format empty: by the extension of each file
 * @param keepBatches how many batches landing keeps; empty for all
 * @param options of the format, as written
 */
public record LoadSettings(
    String path,
    String sourcePath,
    Optional<String> filePattern,
    boolean recursive,
    Optional<String> format,
    Batching batching,
    OnBadRow onBadRow,
    OnDuplicateKey onDuplicateKey,
    Landing landing,
    Optional<Integer> keepBatches,
    Settings options) {

  /** How found files become batches. */
  public enum Batching {
    PER_RUN,
    PER_FILE
  }

  /** What happens to a record that does not fit its declared columns. */
  public enum OnBadRow {
    FAIL,
    REJECT
  }

  /** What happens to rows of one batch with equal keys. */
  public enum OnDuplicateKey {
    FAIL,
    KEEP_FIRST,
    KEEP_LAST
  }

  /** Whether rows are kept in a landing table, or files are compared in place. */
  public enum Landing {
    TABLE,
    DIRECT
  }

  /** Reads {@code [properties.load]} or the config of an ingestion task. */
  public static LoadSettings from(Settings settings) {
    String pathKey = settings.has("source_path") ? "source_path" : "path";
    return new LoadSettings(
        settings.path(),
        settings.text(pathKey, ""),
        settings.text("file_pattern"),
        settings.flag("recursive", false),
        settings.text("format"),
        choice(settings, "batching", Batching.PER_RUN, Batching.class),
        choice(settings, "on_bad_row", OnBadRow.FAIL, OnBadRow.class),
        choice(settings, "on_duplicate_key", OnDuplicateKey.FAIL, OnDuplicateKey.class),
        choice(settings, "landing", Landing.TABLE, Landing.class),
        settings.integer("keep_batches").map(Math::toIntExact),
        settings.table("options"));
  }

  /** An unknown word is reported by the check of declared properties; here it means the default. */
  private static <E extends Enum<E>> E choice(
      Settings settings, String key, E otherwise, Class<E> kind) {
    String word = settings.text(key, "").toUpperCase(Locale.ROOT);
    for (E constant : kind.getEnumConstants()) {
      if (constant.name().equals(word)) {
        return constant;
      }
    }
    return otherwise;
  }
}
