package io.qarion.core.project;

import java.util.Comparator;

/**
 * One thing outside its own tables that a project may touch.
 *
 * @param what a path as its files write it, with a pattern if there is one; or a statement
 */
public record Touch(Kind kind, String what) implements Comparable<Touch> {

  private static final Comparator<Touch> ORDER =
      Comparator.comparing(Touch::kind).thenComparing(Touch::what);

  /** What is done with it. */
  public enum Kind {
    /** Files are read. */
    READ,
    /** A file is written. */
    WRITE,
    /** Something is sent to an address. */
    NETWORK,
    /** A statement in the engine's own SQL runs. */
    SQL,
    /** The project's own tables or its history are kept in another place than usual. */
    STORE
  }

  @Override
  public int compareTo(Touch other) {
    return ORDER.compare(this, other);
  }
}
