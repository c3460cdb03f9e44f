package io.qarion.core.plan;

import io.qarion.core.file.ContentHash;
import io.qarion.core.plugin.StepWork;
import java.util.Collection;
import java.util.List;

/**
 * Names everything that a step's result depends on: what it does, the results it starts from, and
 * the files it reads. Equal fingerprints mean that a result need not be computed again.
 */
public final class StepFingerprint {

  /** Changes when the meaning of an instruction changes, so that old results are not taken. */
  private static final String VERSION = "1";

  private StepFingerprint() {}

  /**
   * The fingerprint, hexadecimal.
   *
   * @param upstream fingerprints of the steps it starts from, in a fixed order
   * @param files hashes of the files that it has read, in the order loaded
   */
  public static String of(StepWork work, List<String> upstream, Collection<String> files) {
    return ContentHash.ofText(
        String.join(
            "\n", VERSION, work.toString(), String.join(",", upstream), String.join(",", files)));
  }
}
