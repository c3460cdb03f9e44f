package io.qarion.core.problem;

import java.util.UUID;

/** Names one run of a flow, over all projects. */
public record RunId(String value) {

  public static RunId random() {
    return new RunId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
