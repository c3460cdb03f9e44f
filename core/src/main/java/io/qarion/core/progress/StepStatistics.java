package io.qarion.core.progress;

import java.time.Duration;

/**
 * What a step did. Counts are exact; a negative number means unknown.
 *
 * @param rowsIn rows of the files or datasets that are read, each dataset counted once
 * @param rowsRejected records refused and kept aside
 * @param bytesRead bytes of the files read; tables have none
 * @param bytesWritten bytes of the files written
 * @param peakMemory bytes of engine memory at most; of a step only where it ran alone
 * @param spilled bytes in the spill folder at most; of a step only where it ran alone
 */
public record StepStatistics(
    long rowsIn,
    long rowsOut,
    long rowsRejected,
    long bytesRead,
    long bytesWritten,
    Duration duration,
    long peakMemory,
    long spilled) {

  public static final StepStatistics NONE =
      new StepStatistics(0, 0, 0, 0, 0, Duration.ZERO, -1, -1);

  public StepStatistics plus(StepStatistics other) {
    return new StepStatistics(
        rowsIn + other.rowsIn,
        rowsOut + other.rowsOut,
        rowsRejected + other.rowsRejected,
        bytesRead + other.bytesRead,
        bytesWritten + other.bytesWritten,
        duration.plus(other.duration),
        Math.max(peakMemory, other.peakMemory),
        Math.max(spilled, other.spilled));
  }

  public StepStatistics withEngineUse(long newPeak, long newSpilled) {
    return new StepStatistics(
        rowsIn, rowsOut, rowsRejected, bytesRead, bytesWritten, duration, newPeak, newSpilled);
  }

  public StepStatistics withDuration(Duration newDuration) {
    return new StepStatistics(
        rowsIn, rowsOut, rowsRejected, bytesRead, bytesWritten, newDuration, peakMemory, spilled);
  }
}
