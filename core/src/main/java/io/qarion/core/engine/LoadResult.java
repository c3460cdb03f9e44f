package io.qarion.core.engine;

import java.util.List;

/**
 * What came of loading a file.
 *
 * @param rows loaded
 * @param rejected refused records, each counted once
 * @param samples the first ten refusals, in the order of the file
 */
public record LoadResult(long rows, long rejected, List<BadRecord> samples) {

  /** How many refusals are shown. */
  public static final int SAMPLES = 10;

  public LoadResult {
    samples = List.copyOf(samples);
  }
}
