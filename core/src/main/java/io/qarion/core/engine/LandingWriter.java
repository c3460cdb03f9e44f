package io.qarion.core.engine;

import io.qarion.core.problem.Problem;
import io.qarion.core.transform.FileRelation;
import java.util.List;

/**
 * Takes the files of one batch into a landing. What the batch had there before is replaced; nothing
 * is seen by others before the transaction commits.
 */
public interface LandingWriter {

  /** Loads one file; a refused record is in the result, and its file must not be kept then. */
  LoadResult load(FileRelation file);

  /** Keeps the first or last row of each key, in the order of files and records. */
  void keepOne(boolean last);

  /**
   * Refuses NULL and repeated keys, naming up to ten of them.
   *
   * @param fix what to tell the user to do about repeated keys
   */
  void checkKeys(String fix);

  /**
   * Makes the loaded rows the batch's rows in the landing; last of all.
   *
   * @return what the user should know about what was there before
   */
  List<Problem> finish();
}
