package io.qarion.core.toml;

import org.junit.jupiter.api.Test;

class ArrayExamplesTest {

  private static final TomlPath A = TomlPath.of("a");
  private static final String LONG =
      """
      a = [ # all
        # one
        1, # first

        2,
        3 # last
        # end
      ] # done
      """;

  @Test
  void elementsOfALineAreInserted() {
    EditExample.of("a = [1, 2]\n").becomes("a = [9, 1, 2]\n", d -> d.insert(A, 0, nine()));
    EditExample.of("a = [1, 2]\n").becomes("a = [1, 2, 9]\n", d -> d.insert(A, 2, nine()));
    EditExample.of("a = [1, 2,]\n").becomes("a = [1, 2, 9,]\n", d -> d.insert(A, 2, nine()));
    EditExample.of("a = [ ]\n").becomes("a = [9]\n", d -> d.insert(A, 0, nine()));
  }

  @Test
  void elementsOnLinesOfTheirOwnAreInsertedAsLines() {
    EditExample.of(LONG)
        .becomes(LONG.replace("  # one", "  9,\n  # one"), d -> d.insert(A, 0, nine()));
    EditExample.of(LONG).becomes(LONG.replace("  2,", "  9,\n  2,"), d -> d.insert(A, 1, nine()));
    EditExample.of(LONG)
        .becomes(LONG.replace("  3 # last", "  3, # last\n  9"), d -> d.insert(A, 3, nine()));
    EditExample.of("a = [\n  1, # one\n]\n")
        .becomes("a = [\n  1, # one\n  9,\n]\n", d -> d.insert(A, 1, nine()));
    EditExample.of("a = [\n  1,\n  2]\n")
        .becomes("a = [\n  1,\n  2,\n  9]\n", d -> d.insert(A, 2, nine()));
    EditExample.of("a = [\n  # none\n]\n")
        .becomes("a = [\n  # none\n  9\n]\n", d -> d.insert(A, 0, nine()));
  }

  @Test
  void elementsAreRemovedWithTheirCommas() {
    EditExample.of("a = [1, 2, 3]\n").becomes("a = [2, 3]\n", d -> d.remove(A.index(0)));
    EditExample.of("a = [1, 2, 3]\n").becomes("a = [1, 3]\n", d -> d.remove(A.index(1)));
    EditExample.of("a = [1, 2, 3]\n").becomes("a = [1, 2]\n", d -> d.remove(A.index(2)));
    EditExample.of("a = [1, 2, 3,]\n").becomes("a = [1, 2,]\n", d -> d.remove(A.index(2)));
    EditExample.of("a = [ 1 ]\n").becomes("a = []\n", d -> d.remove(A.index(0)));
    EditExample.of("a = [1, # one\n  2]\n")
        .becomes("a = [1, # one\n  ]\n", d -> d.remove(A.index(1)));
    EditExample.of("a = [1, 2,\n  3]\n").becomes("a = [1,\n  3]\n", d -> d.remove(A.index(1)));
  }

  @Test
  void elementsOnLinesOfTheirOwnAreRemovedWithTheirComments() {
    EditExample.of(LONG)
        .becomes(LONG.replace("  # one\n  1, # first\n", ""), d -> d.remove(A.index(0)));
    EditExample.of(LONG).becomes(LONG.replace("  3 # last\n", ""), d -> d.remove(A.index(2)));
  }

  @Test
  void elementsMoveWithTheirComments() {
    EditExample.of("a = [1, [2], 3] # x\n")
        .becomes("a = [[2], 3, 1] # x\n", d -> d.move(A.index(0), 2));
    EditExample.of(LONG)
        .becomes(
            """
            a = [ # all
              3, # last

              # one
              1, # first
              2
              # end
            ] # done
            """,
            d -> d.move(A.index(2), 0));
  }

  @Test
  void inlineTablesInArraysAreEditedInTheirPlace() {
    EditExample.of("a = [\n  { n = 1, t = 'x' }, # one\n  { n = 2 },\n]\n")
        .becomes(
            "a = [\n  { n = 1, t = 'y' }, # one\n  { n = 2, t = \"z\" },\n]\n",
            d ->
                d.set(A.index(0).key("t"), TomlValue.of("y"))
                    .set(A.index(1).key("t"), TomlValue.of("z")));
    EditExample.of("a = [[1, 2], [3]]\n")
        .becomes("a = [[1, 2, 9], [3]]\n", d -> d.insert(A.index(0), 2, nine()));
    EditExample.of("c = { x.y = 1, b = 2, x.z = 3 }\n")
        .becomes("c = { b = 2, x.y = 1, x.z = 3 }\n", d -> d.move(TomlPath.of("c", "b"), 0));
  }

  private static TomlValue nine() {
    return TomlValue.of(9);
  }
}
