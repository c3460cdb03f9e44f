package io.qarion.app.designer.journal;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Edits that were not saved and don't fit the flow's file any more, since somebody else changed it;
 * they wait for the user's answer.
 *
 * @param journal that holds them
 * @param text with the edits
 * @param at when the last of them was made
 */
public record SetAside(Path journal, String text, Instant at) {}
