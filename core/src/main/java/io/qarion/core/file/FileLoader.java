package io.qarion.core.file;

import io.qarion.core.progress.Cancellation;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens files of one format. */
public interface FileLoader {

  /**
   * Describes the file completely, so that it can be read without guessing.
   *
   * @throws io.qarion.core.problem.QarionException if the file can't be read, or lacks a declared
   *     column
   */
  FileSource open(FileRequest request);

  /** Says what the file looks like and how that was decided, from a sample. */
  SniffReport sniff(FileRequest request);

  /**
   * The file as text for people to read, unpacked and decoded; what can't be decoded is marked by
   * the replacement character. Empty if the format is no text.
   *
   * @throws io.qarion.core.problem.QarionException if the file can't be read
   */
  default Optional<Reader> text(FileRequest request) {
    return Optional.empty();
  }

  /**
   * The lines of {@link #text} in which records begin, both counted from 1; without those that
   * can't be found.
   */
  default Map<Long, Long> lines(FileRequest request, Set<Long> records, Cancellation cancellation) {
    return Map.of();
  }

  /**
   * The same request for a copy of the first records, in the request's temporary folder, so that a
   * file of any size is looked at in the same time. Empty if the format can't be cut.
   *
   * @param characters of text that the copy has at most
   */
  default Optional<FileRequest> beginning(FileRequest request, long characters) {
    return Optional.empty();
  }
}
