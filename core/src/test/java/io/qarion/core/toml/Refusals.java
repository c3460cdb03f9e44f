package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.problem.QarionException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Runs edits that must be refused. */
final class Refusals {

  private Refusals() {}

  static String codeOf(ThrowingCallable edit) {
    var code = new AtomicReference<>("");
    assertThatThrownBy(edit).isInstanceOfSatisfying(QarionException.class, e -> code.set(e.code()));
    return code.get();
  }
}
