package io.qarion.core.progress;

import java.time.Duration;

/**
 * What a step did. Counts are exact; a negative number means unknown.
 *
 * @param rowsRejected records refused and kept aside
 * @param peakMemory bytes of engine memory; known only where the step ran alone
 * @param spilled bytes written to the spill folder; known only where the step ran alone
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

  public StepStatistics withPeakMemory(long newPeak) {
    return new StepStatistics(
        rowsIn, rowsOut, rowsRejected, bytesRead, bytesWritten, duration, newPeak, spilled);
  }

  public StepStatistics withDuration(Duration newDuration) {
    return new StepStatistics(
        rowsIn, rowsOut, rowsRejected, bytesRead, bytesWritten, newDuration, peakMemory, spilled);
  }
}
