package io.qarion.plugins.engine.duckdb;

import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.FunctionTemplates;

/** Writes calls: by the table, or by the class that knows what the table can't say. */
final class DuckDbFunctions {

  private final FunctionTemplates table =
      FunctionTemplates.read(DuckDbFunctions.class, "functions.tsv");

  String written(CallSql call) {
    return switch (call.name()) {
      case "substr" -> TextFunctions.substr(call);
      case "left", "right" -> TextFunctions.end(call);
      case "lpad", "rpad" -> TextFunctions.pad(call);
      case "split_part" -> TextFunctions.splitPart(call);
      case "regexp_replace" -> TextFunctions.replacedPattern(call);
      case "regexp_extract" -> TextFunctions.extracted(call);
      case "divide" -> ExactDivision.of(call);
      case "date_diff" -> DateFunctions.difference(call);
      case "date_add" -> DateFunctions.moved(call);
      case "make_date", "make_time", "make_timestamp" -> DateFunctions.made(call);
      case "to_date", "to_timestamp", "try_to_date", "try_to_timestamp" ->
          isBinary(call) ? DateFunctions.read(call) : tabled(call);
      case "format_date" -> DateFunctions.formatted(call);
      case "first", "last" -> ExtremeRow.of(call);
      case "round" -> isBinary(call) ? Rounding.of(call, this::tabled) : tabled(call);
      default -> tabled(call);
    };
  }

  private static boolean isBinary(CallSql call) {
    return call.arguments().size() == 2;
  }

  private String tabled(CallSql call) {
    return table
        .filled(call, DuckDbTypes::of)
        .orElseThrow(() -> new IllegalStateException("no SQL for the function " + call.name()));
  }
}
