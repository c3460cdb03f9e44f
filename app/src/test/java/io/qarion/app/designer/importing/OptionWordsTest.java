package io.qarion.app.designer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of the program's own readers are said in the user's language. */
class OptionWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyOptionHasANameAndAHelp(String language) {
    var messages = new Messages(Locale.forLanguageTag(language));
    List<String> options =
        Plugins.load().loaders().stream()
            .flatMap(loader -> loader.options().stream())
            .map(PropertyDeclaration::key)
            .distinct()
            .toList();
    assertThat(options).contains("delimiter", "records_path", "hive_partitioning", "sheet");
    assertThat(
            options.stream()
                .flatMap(key -> Stream.of("look.option." + key, "look.option." + key + ".help"))
                .filter(key -> messages.find(key).isEmpty()))
        .isEmpty();
  }
}
