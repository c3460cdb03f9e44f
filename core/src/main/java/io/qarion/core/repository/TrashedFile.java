package io.qarion.core.repository;

import java.nio.file.Path;

/**
 * A file of a project that was thrown away and can be put back.
 *
 * @param file where it stood, relative to the project, with forward slashes
 * @param kept where it is now
 */
public record TrashedFile(String file, Path kept) {}
