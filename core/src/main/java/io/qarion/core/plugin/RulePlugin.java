package io.qarion.core.plugin;

import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.Settings;
import io.qarion.core.transform.TransformationRule;
import java.util.List;

/**
 * Gives a visual step of a transformation its meaning, by operations that every engine knows. So it
 * works on all of them, in previews as in runs.
 */
public interface RulePlugin {

  /** The value of {@code operation}. */
  String operation();

  String name();

  /** What it is for, in a sentence. */
  String description();

  /** Settings beside the operation. */
  List<PropertyDeclaration> properties();

  /**
   * The operations that stand for it, one after the other. Their names of columns that come and go
   * within it must not be those of the input.
   *
   * @param settings those that are declared, of their kinds, columns being among the input's
   * @param input the columns before it
   */
  List<TransformationRule> rules(Settings settings, Schema input);
}
