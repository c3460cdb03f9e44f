package io.qarion.core.progress;

/**
 * The result of one quality check.
 *
 * @param severity {@code info}, {@code warning}, {@code error} or {@code critical}
 */
public record CheckOutcome(
    String id,
    String name,
    String type,
    String severity,
    boolean passed,
    long rowsChecked,
    long rowsFailed,
    String message) {}
