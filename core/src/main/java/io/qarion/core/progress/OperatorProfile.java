package io.qarion.core.progress;

import java.util.List;

/**
 * What one operator of an executed statement did.
 *
 * @param name the engine's word for it, such as {@code HASH_JOIN}
 * @param detail such as its table, condition or file; may be empty
 * @param rows given to the operator above it
 * @param seconds of work, over all threads
 * @param children the operators that it took its rows from
 */
public record OperatorProfile(
    String name, String detail, long rows, double seconds, List<OperatorProfile> children) {

  public OperatorProfile {
    children = List.copyOf(children);
  }
}
