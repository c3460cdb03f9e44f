package io.qarion.core.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What can be done about a key that nothing reads. */
public final class UnknownKey {

  private UnknownKey() {}

  /**
   * To give it a name that was meant and that is still free, and last to take it out.
   *
   * @param element the key, as in {@link Place#element()}
   * @param known names that its table can hold
   * @param present names that its table holds
   */
  public static List<QuickFix> fixes(
      String element, String key, Collection<String> known, Collection<String> present) {
    List<String> free = known.stream().filter(name -> !present.contains(name)).toList();
    var fixes = new ArrayList<QuickFix>();
    NearestName.all(key, free).forEach(name -> fixes.add(new QuickFix.Rename(element, key, name)));
    fixes.add(new QuickFix.Remove(element, key));
    return fixes;
  }
}
