package io.qarion.core.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was found in files for as long as they stay as they were; those asked for longest ago
 * are forgotten first.
 *
 * @param <Q> what else the finding depends on, such as how to read the file
 * @param <F> what was found
 */
final class UnchangedFiles<Q, F> {

  /**
   * A file that was written this short ago may be written again without a new time, since some file
   * systems count in seconds; it is looked at anew.
   */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private final int most;
  private final InstantSource clock;
  private final BiPredicate<Path, F> worth;
  private final LinkedHashMap<Asked<Q>, Kept<F>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most how many findings are kept
   * @param worth which findings stay true while their file does
   */
  UnchangedFiles(int most, InstantSource clock, BiPredicate<Path, F> worth) {
    this.most = most;
    this.clock = clock;
    this.worth = worth;
  }

  private record Asked<Q>(Path file, Q question) {}

  private record Kept<F>(State state, F finding) {}

  /** What can't stay the same when a file is written or replaced. */
  private record State(long size, FileTime modified, @Nullable Object identity) {}

  /** What was found before, or what a look finds now. */
  F find(Path file, Q question, Supplier<F> look) {
    var asked = new Asked<>(file, question);
    Optional<State> before = state(file);
    Optional<F> known = before.flatMap(state -> known(asked, state));
    if (known.isPresent()) {
      return known.get();
    }
    F found = look.get();
    boolean steady = before.isPresent() && before.equals(state(file)) && isSettled(before.get());
    if (steady && worth.test(file, found)) {
      keep(asked, new Kept<>(before.get(), found));
    }
    return found;
  }

  private Optional<F> known(Asked<Q> asked, State state) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(asked))
          .filter(each -> each.state().equals(state))
          .map(Kept::finding);
    }
  }

  private void keep(Asked<Q> asked, Kept<F> finding) {
    synchronized (kept) {
      kept.put(asked, finding);
      if (kept.size() > most) {
        kept.pollFirstEntry();
      }
    }
  }

  private boolean isSettled(State state) {
    return state.modified().toInstant().isBefore(clock.instant().minus(SETTLED));
  }

  private static Optional<State> state(Path file) {
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new State(found.size(), found.lastModifiedTime(), found.fileKey()));
    } catch (IOException e) {
      // Whoever looks says what is wrong with the file.
      return Optional.empty();
    }
  }
}
