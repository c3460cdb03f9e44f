package io.qarion.core.repository;

import io.qarion.core.file.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers what the program itself is about to write, so that it is no news to it. */
final class OwnWrites {

  /** Stands for a file that is not there. */
  static final String ABSENT = "";

  private final Map<String, Set<String>> expected = new HashMap<>();

  synchronized void willWrite(String file, byte[] bytes) {
    expect(file, hash(bytes));
  }

  synchronized void willDelete(String file) {
    expect(file, ABSENT);
  }

  private void expect(String file, String hash) {
    expected.computeIfAbsent(file, _ -> new HashSet<>()).add(hash);
  }

  /** Whether the program itself wrote this; each writing answers for one change. */
  synchronized boolean explain(String file, String hash) {
    boolean own = expected.getOrDefault(file, Set.of()).contains(hash);
    if (own) {
      expected.remove(file);
    }
    return own;
  }

  static String hash(byte[] bytes) {
    return ContentHash.ofText(new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
