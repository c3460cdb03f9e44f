package io.qarion.core.edit.rename;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.toml.TomlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which flows may read something of a flow, however far off; one too many does no harm. */
final class Reach {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private Reach() {}

  /** The file of the flow, and those of all flows that name what it or one of them makes. */
  static Set<String> from(String file, ProjectTexts texts) {
    Map<String, Set<String>> left = new LinkedHashMap<>();
    Map<String, TomlDocument> flows = new LinkedHashMap<>();
    for (TomlDocument flow : texts.flows()) {
      flows.put(flow.fileName(), flow);
      left.put(flow.fileName(), words(flow.text()));
    }
    var reached = new LinkedHashSet<String>();
    List<String> next = List.of(file);
    while (!next.isEmpty()) {
      reached.addAll(next);
      next.forEach(left::remove);
      List<Set<String>> names =
          next.stream()
              .flatMap(each -> Stream.ofNullable(flows.get(each)))
              .flatMap(Reach::made)
              .map(Reach::words)
              .filter(words -> !words.isEmpty())
              .distinct()
              .toList();
      next =
          left.entrySet().stream()
              .filter(entry -> names.stream().anyMatch(entry.getValue()::containsAll))
              .map(Map.Entry::getKey)
              .toList();
    }
    return reached;
  }

  /** What a flow makes is called by its steps, or begins with its id. */
  private static Stream<String> made(TomlDocument flow) {
    var names = new ArrayList<String>();
    Step.flow(flow).tasks().stream()
        .flatMap(task -> task.target().stream())
        .map(DatasetName::value)
        .forEach(names::add);
    names.add(Step.flow(flow).id().value());
    return names.stream();
  }

  private static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
