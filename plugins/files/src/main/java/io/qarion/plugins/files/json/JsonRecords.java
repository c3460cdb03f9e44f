package io.qarion.plugins.files.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qarion.core.file.FileRequest;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rewrites a JSON file as lines of objects: those found at a pointer, nested objects folded into
 * their parents if asked. Reads object by object, so the file may be larger than memory.
 */
final class JsonRecords {

  // Numbers keep every digit; a double would lose those behind the sixteenth.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final int DOUBLE_DIGITS = 15;

  /** How many records pass before it is looked whether anybody still waits. */
  private static final int PATIENCE = 1_000;

  private final FileRequest request;
  private final Path file;
  private final boolean lines;
  private final boolean flatten;

  JsonRecords(FileRequest request, Path file, boolean lines) {
    this.request = request;
    this.file = file;
    this.lines = lines;
    this.flatten = request.options().flag("flatten", false);
  }

  /** A new file in the request's temporary folder. */
  Path toLines() {
    try {
      Files.createDirectories(request.temporary());
      Path target = Files.createTempFile(request.temporary(), "records", ".jsonl");
      try (JsonParser parser = parser();
          BufferedWriter writer = Files.newBufferedWriter(target)) {
        write(parser, writer);
      }
      return target;
    } catch (JsonProcessingException e) {
      // Nesting that is too deep has no location.
      Place place =
          Optional.ofNullable(e.getLocation())
              .map(at -> Place.in(request.shownName(), at.getLineNr(), at.getColumnNr()))
              .orElseGet(() -> Place.in(request.shownName(), 0, 0));
      throw problem(place, "The file is no valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw problem(
          Place.in(request.shownName(), 0, 0), "The file can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * The lines in which objects begin, by their numbers from 1.
   *
   * @param pointer to the objects; empty for the top
   */
  static Map<Long, Long> starts(
      Reader text, String pointer, Set<Long> records, Cancellation cancellation)
      throws IOException {
    Map<Long, Long> lines = new LinkedHashMap<>();
    try (JsonParser parser = found(new JsonFactory(JSON).createParser(text), pointer)) {
      long number = 0;
      for (JsonToken token = parser.nextToken();
          token != null && lines.size() < records.size();
          token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          number++;
          if (number % PATIENCE == 0) {
            cancellation.throwIfRequested();
          }
          if (records.contains(number)) {
            lines.put(number, (long) parser.currentTokenLocation().getLineNr());
          }
          parser.skipChildren();
        }
      }
    }
    return lines;
  }

  private JsonParser parser() throws IOException {
    return found(
        new JsonFactory(JSON).createParser(file.toFile()),
        request.options().text("records_path", ""));
  }

  private static JsonParser found(JsonParser parser, String pointer) {
    return pointer.isEmpty()
        ? parser
        : new FilteringParserDelegate(
            parser,
            new JsonPointerBasedFilter(JsonPointer.compile(pointer)),
            TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
            false);
  }

  private void write(JsonParser parser, BufferedWriter writer) throws IOException {
    JsonToken token = parser.nextToken();
    boolean array = token == JsonToken.START_ARRAY && !lines;
    if (array) {
      token = parser.nextToken();
    }
    long records = 0;
    while (token == JsonToken.START_OBJECT) {
      ObjectNode node = JSON.readTree(parser);
      writer.write(JSON.writeValueAsString(exact(flatten ? flat(node) : node)));
      writer.write('\n');
      records++;
      token = parser.nextToken();
    }
    if (array && token == JsonToken.END_ARRAY) {
      token = parser.nextToken();
    }
    if (token != null || records == 0) {
      throw noObject(parser, records);
    }
  }

  /** Never a record lost in silence: whatever is no object ends the reading. */
  private QarionException noObject(JsonParser parser, long records) {
    var location = parser.currentLocation();
    return new QarionException(
        Problem.error(
            "file.shape",
            Place.in(request.shownName(), location.getLineNr(), location.getColumnNr()),
            records == 0
                ? "There is no object, so there is no record."
                : "Behind record %,d stands something that is no object.".formatted(records),
            "A table is an array of objects, or an object a line; records_path says where it is."));
  }

  /** DuckDB reads a number with a point as a double: what that can't hold becomes text. */
  private static ObjectNode exact(ObjectNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getValue() instanceof DecimalNode number
          && number.decimalValue().precision() > DOUBLE_DIGITS) {
        entry.setValue(node.textNode(number.decimalValue().toPlainString()));
      }
    }
    return node;
  }

  private static ObjectNode flat(ObjectNode node) {
    ObjectNode result = JSON.createObjectNode();
    fold("", node, result);
    return result;
  }

  private static void fold(String prefix, ObjectNode node, ObjectNode result) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = prefix + entry.getKey();
      if (entry.getValue() instanceof ObjectNode inner) {
        fold(name + "_", inner, result);
      } else {
        result.set(name, entry.getValue());
      }
    }
  }

  private QarionException problem(Place place, String message, Exception cause) {
    return new QarionException(
        Problem.error("file.unreadable", place, message, "Correct the file at that place."), cause);
  }
}
