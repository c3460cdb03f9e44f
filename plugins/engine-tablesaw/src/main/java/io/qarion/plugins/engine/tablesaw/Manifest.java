package io.qarion.plugins.engine.tablesaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.TaskId;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a folder of tables holds.
 *
 * @param next number of the next file
 */
record Manifest(long next, List<TableEntry> tables, LedgerState ledger) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Manifest {
    tables = List.copyOf(tables);
  }

  /**
   * A table.
   *
   * @param file in the folder; empty for a table without rows
   */
  record TableEntry(String name, String file, Schema schema) {}

  byte[] bytes() throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("next", next);
    ArrayNode entries = root.putArray("tables");
    for (TableEntry table : tables) {
      ObjectNode entry = entries.addObject().put("name", table.name()).put("file", table.file());
      ArrayNode columns = entry.putArray("columns");
      for (Column column : table.schema().columns()) {
        columns
            .addObject()
            .put("name", column.name())
            .put("type", column.type().text())
            .put("required", column.required());
      }
    }
    putLedger(root);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private void putLedger(ObjectNode root) {
    ArrayNode batches = root.putArray("batches");
    ledger.batches().forEach(batch -> put(batches.addObject(), batch));
    ArrayNode commits = root.putArray("commits");
    ledger.commits().forEach(commit -> put(commits.addObject(), commit));
    ArrayNode files = root.putArray("files");
    ledger.files().forEach(file -> put(files.addObject(), file));
    ArrayNode landings = root.putArray("landings");
    ledger.landings().forEach(landed -> put(landings.addObject(), landed));
  }

  private static void put(ObjectNode node, Batch batch) {
    node.put("flow", batch.flow().value())
        .put("id", batch.id())
        .put("clock", batch.clock().toString())
        .put("status", batch.status().text());
  }

  private static void put(ObjectNode node, StepCommit commit) {
    node.put("flow", commit.flow().value())
        .put("step", commit.step().value())
        .put("batch", commit.batchId())
        .put("fingerprint", commit.fingerprint())
        .put("clock", commit.clock().toString())
        .put("rows", commit.rows());
    commit.watermark().ifPresent(watermark -> node.put("watermark", watermark));
  }

  private static void put(ObjectNode node, LoadedFile file) {
    node.put("flow", file.flow().value())
        .put("step", file.step().value())
        .put("batch", file.batchId())
        .put("path", file.path())
        .put("sha256", file.sha256())
        .put("size", file.size())
        .put("modified", file.modified())
        .put("rows", file.rows());
  }

  private static void put(ObjectNode node, LandedBatch landed) {
    node.put("flow", landed.flow().value())
        .put("dataset", landed.landing().value())
        .put("batch", landed.batchId());
    landed.columns().forEach(node.putArray("columns")::add);
    landed.primaryKey().forEach(node.putArray("primary_key")::add);
  }

  static Manifest read(byte[] bytes) throws IOException {
    JsonNode root = JSON.readTree(bytes);
    var tables = new ArrayList<TableEntry>();
    for (JsonNode table : root.path("tables")) {
      var columns = new ArrayList<Column>();
      for (JsonNode column : table.path("columns")) {
        String type = column.path("type").asText();
        columns.add(
            new Column(
                column.path("name").asText(),
                DataType.parse(type).orElseThrow(() -> new IOException("unknown type " + type)),
                column.path("required").asBoolean()));
      }
      tables.add(
          new TableEntry(
              table.path("name").asText(), table.path("file").asText(), new Schema(columns)));
    }
    return new Manifest(root.path("next").asLong(1), tables, ledger(root));
  }

  private static LedgerState ledger(JsonNode root) {
    return new LedgerState(
        list(root.path("batches"), Manifest::batch),
        list(root.path("commits"), Manifest::commit),
        list(root.path("files"), Manifest::file),
        list(root.path("landings"), Manifest::landed));
  }

  private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> reader) {
    var list = new ArrayList<T>();
    nodes.forEach(node -> list.add(reader.apply(node)));
    return list;
  }

  private static FlowId flow(JsonNode node) {
    return new FlowId(node.path("flow").asText());
  }

  private static LocalDateTime clock(JsonNode node) {
    return LocalDateTime.parse(node.path("clock").asText());
  }

  private static Batch batch(JsonNode node) {
    return new Batch(
        flow(node),
        node.path("id").asLong(),
        clock(node),
        BatchStatus.valueOf(node.path("status").asText().toUpperCase(Locale.ROOT)));
  }

  private static StepCommit commit(JsonNode node) {
    JsonNode watermark = node.path("watermark");
    return new StepCommit(
        flow(node),
        new TaskId(node.path("step").asText()),
        node.path("batch").asLong(),
        node.path("fingerprint").asText(),
        clock(node),
        node.path("rows").asLong(),
        watermark.isMissingNode() ? Optional.empty() : Optional.of(watermark.asLong()));
  }

  private static LoadedFile file(JsonNode node) {
    return new LoadedFile(
        flow(node),
        new TaskId(node.path("step").asText()),
        node.path("batch").asLong(),
        node.path("path").asText(),
        node.path("sha256").asText(),
        node.path("size").asLong(),
        node.path("modified").asLong(),
        node.path("rows").asLong());
  }

  private static LandedBatch landed(JsonNode node) {
    return new LandedBatch(
        flow(node),
        new DatasetName(node.path("dataset").asText()),
        node.path("batch").asLong(),
        list(node.path("columns"), JsonNode::asText),
        list(node.path("primary_key"), JsonNode::asText));
  }
}
