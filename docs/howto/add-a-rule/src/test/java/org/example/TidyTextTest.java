package org.example;

import io.qarion.core.plugin.RulePlugin;
import io.qarion.testkit.HowToPage;
import io.qarion.testkit.PluginJar;
import io.qarion.testkit.RulePluginContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyTextTest extends RulePluginContract {

  @Override
  protected RulePlugin plugin() {
    return new TidyText();
  }

  @Override
  protected List<Example> examples() {
    String before =
        """
        id integer | name string | place string
        1 | '  Ada ' | ' Paris'
        2 | '   ' | NULL
        """;
    return List.of(
        new Example(
            "one column",
            Map.of("columns", List.of("name")),
            before,
            """
            id integer | name string | place string
            1 | Ada | ' Paris'
            2 | NULL | NULL
            """),
        new Example(
            "all of text",
            Map.of(),
            before,
            """
            id integer | name string | place string
            1 | Ada | Paris
            2 | NULL | NULL
            """));
  }

  @Test
  void isFoundInAJarOfItsOwn(@TempDir Path folder) throws Exception {
    PluginJar.expectFound(RulePlugin.class, TidyText.class, folder);
  }

  @Test
  void thePageShowsThisModule() {
    HowToPage.of(Path.of("../add-a-rule.md")).shows(Path.of(""));
  }
}
