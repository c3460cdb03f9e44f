package io.qarion.core.outbox;

import java.util.List;

/**
 * What came of delivering events.
 *
 * @param sent how many the target has accepted
 * @param failed how many it has not, and will be offered again
 * @param dead how many it has refused too often
 * @param reasons of some of the failures, each with the event it is about
 */
public record Delivery(long sent, long failed, long dead, List<String> reasons) {

  /** Nothing waited. */
  public static final Delivery NOTHING = new Delivery(0, 0, 0, List.of());

  public Delivery {
    reasons = List.copyOf(reasons);
  }

  /** Whether everything that was offered was accepted. */
  public boolean isComplete() {
    return failed == 0 && dead == 0;
  }
}
