package io.qarion.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qarion.core.progress.RunEvent;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Prints each event as one line of JSON: its name and its values, ids as text, times as ISO. */
final class JsonRunPrinter implements RunPrinter {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final PrintWriter out;

  JsonRunPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    ObjectNode node = NODES.objectNode();
    node.put("event", event.getClass().getSimpleName());
    fields(event, node);
    out.println(node);
  }

  private static void fields(Object value, ObjectNode node) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        node.set(component.getName(), json(component.getAccessor().invoke(value)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a record gives its values", e);
      }
    }
  }

  private static JsonNode json(Object value) {
    return switch (value) {
      case Long number -> NODES.numberNode(number);
      case Integer number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case Boolean flag -> NODES.booleanNode(flag);
      case Duration time -> NODES.numberNode(time.toMillis());
      case Enum<?> constant -> NODES.textNode(constant.name().toLowerCase(Locale.ROOT));
      case Map<?, ?> map -> {
        ObjectNode node = NODES.objectNode();
        map.forEach((key, item) -> node.set(key.toString(), json(item)));
        yield node;
      }
      case Collection<?> items -> {
        var array = NODES.arrayNode();
        items.forEach(item -> array.add(json(item)));
        yield array;
      }
      case Record record when record.getClass().getRecordComponents().length > 1 -> {
        ObjectNode node = NODES.objectNode();
        fields(record, node);
        yield node;
      }
      default -> NODES.textNode(value.toString());
    };
  }
}
