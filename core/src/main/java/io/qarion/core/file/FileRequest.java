package io.qarion.core.file;

import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to open.
 *
 * @param shownName path as the user knows it
 * @param options of the format, as written; what is not stated is sniffed
 * @param declared columns that are wanted; they win over detected ones. Empty: all that are found
 * @param temporary folder for files made on the way; its owner empties it
 */
public record FileRequest(
    Path file, String shownName, Settings options, Optional<Schema> declared, Path temporary) {}
