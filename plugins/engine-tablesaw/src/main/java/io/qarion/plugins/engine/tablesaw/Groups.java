package io.qarion.plugins.engine.tablesaw;

/** Rows with equal keys, found by their hashes; groups are numbered as their first rows come. */
final class Groups {

  private static final int LEAST_SLOTS = 16;
  private static final int MOST_SLOTS = 1 << 30;

  /** Spreads hashes that differ in few bits (2^32 by the golden ratio). */
  private static final int SPREAD = 0x9E3779B9;

  private final Keys keys;
  private final int[] groups;
  private final RowNumbers firsts = new RowNumbers();

  /** A group and one more in each; 0 is free. */
  private final int[] slots;

  private final int[] hashes;
  private final int shift;

  Groups(Keys keys, int size) {
    this.keys = keys;
    this.groups = new int[size];
    int wanted = Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, size)));
    this.slots = new int[wanted > MOST_SLOTS / 4 ? MOST_SLOTS : wanted * 4];
    this.hashes = new int[slots.length];
    this.shift = Integer.numberOfLeadingZeros(slots.length) + 1;
    for (int row = 0; row < size; row++) {
      groups[row] = added(row);
    }
  }

  private int added(int row) {
    int hash = keys.hash(row);
    int slot = slot(keys, row, hash);
    if (slots[slot] == 0) {
      firsts.add(row);
      slots[slot] = firsts.size();
      hashes[slot] = hash;
    }
    return slots[slot] - 1;
  }

  private int slot(Keys other, int row, int hash) {
    int slot = (hash * SPREAD) >>> shift;
    while (slots[slot] != 0
        && !(hashes[slot] == hash && other.isSame(row, keys, firsts.get(slots[slot] - 1)))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Number of groups. */
  int count() {
    return firsts.size();
  }

  /** Number of rows. */
  int rows() {
    return groups.length;
  }

  /** The group of a row. */
  int of(int row) {
    return groups[row];
  }

  /** The first rows of all groups. */
  int[] firsts() {
    return firsts.toArray();
  }

  /** The last rows of all groups. */
  int[] lasts() {
    var lasts = new int[count()];
    for (int row = 0; row < groups.length; row++) {
      lasts[groups[row]] = row;
    }
    return lasts;
  }

  /** The group whose key a row of another table has, or {@link RowNumbers#NONE}. */
  int find(Keys other, int row) {
    return slots[slot(other, row, other.hash(row))] - 1;
  }

  boolean has(Keys other, int row) {
    return find(other, row) != RowNumbers.NONE;
  }
}
