package io.qarion.plugins.flows.publishing;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.flow.Flow;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.plugins.flows.common.KeyText;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The operations that make transactions of changes: put what is published beside each change, and
 * let it take that back and book the new record, or book the difference.
 */
final class TransactionRules {

  static final String PUBLISHED = "published";
  private static final String PARTS = "parts";
  private static final String PART = "xt_part";
  private static final String IS_TAKING_BACK = PART + " = 'back'";
  private static final String IS_ADJUSTMENT = "xt_is_adjustment";

  private final Schema input;
  private final List<String> keys;
  private final PublishingSettings settings;
  private final Flow flow;

  TransactionRules(Flow flow, List<String> keys, PublishingSettings settings) {
    this.flow = flow;
    this.input = flow.input().schema();
    this.keys = keys;
    this.settings = settings;
  }

  /** The name of a published value beside the one that has just come. */
  static String earlier(String column) {
    return "xt_earlier_" + column;
  }

  /** Two rows: a change may take back and may book. */
  static TransformationSource parts() {
    Schema schema = Schema.of(new Column(PART, PlainType.STRING, true));
    return TransformationSource.of(
        PARTS,
        RowSource.Rows.of(
            RowPage.of(schema, 0, List.of(List.of("back"), List.of("booking")), false)));
  }

  List<TransformationRule> rules() {
    var rules = new ArrayList<TransformationRule>();
    rules.add(Tables.join(JoinRows.How.LEFT, PUBLISHED, keys));
    rules.add(derived(Map.of(IS_ADJUSTMENT, adjustment())));
    rules.add(new JoinRows(PARTS, JoinRows.How.CROSS, new JoinRows.Always(), "_part"));
    rules.add(
        new FilterRows(
            Formula.parse(
                "case when %s then %s in ('changed', 'deleted') and not %s else %s in ('new', 'changed') end"
                    .formatted(
                        IS_TAKING_BACK,
                        CompareSnapshots.RECORD_TYPE,
                        IS_ADJUSTMENT,
                        CompareSnapshots.RECORD_TYPE))));
    rules.add(derived(values()));
    rules.add(SelectColumns.Keep.names(output()));
    return rules;
  }

  /** A change of nothing but amounts, if that is to be booked as a difference. */
  private String adjustment() {
    if (!settings.booksDifferences()) {
      return "false";
    }
    String others =
        input.names().stream()
            .filter(name -> !keys.contains(name) && !settings.measures().contains(name))
            .map(
                name -> Names.quoted(name) + " is not distinct from " + Names.quoted(earlier(name)))
            .collect(Collectors.joining(" and "));
    return CompareSnapshots.RECORD_TYPE
        + " = 'changed'"
        + (others.isEmpty() ? "" : " and " + others);
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : input.names()) {
      if (!keys.contains(name)) {
        values.put(name, settings.measures().contains(name) ? amount(name) : value(name));
      }
    }
    values.put(
        TransactionColumns.TYPE,
        """
        case when %s then 'reversal' when %s then 'adjustment' when %s = 'new' then 'insert'
          else 'correction' end\
        """
            .formatted(IS_TAKING_BACK, IS_ADJUSTMENT, CompareSnapshots.RECORD_TYPE));
    values.put(TransactionColumns.SIGN, "case when " + IS_TAKING_BACK + " then -1 else 1 end");
    values.put(
        TransactionColumns.OPERATION,
        "case %s when 'new' then 'insert' when 'changed' then 'update' else 'delete' end"
            .formatted(CompareSnapshots.RECORD_TYPE));
    values.put(TransactionColumns.BOOKED_AT, ":batch_clock");
    values.put(
        TransactionColumns.ID,
        "md5(concat('%s|', cast(:batch_id as string), '|', %s, '|', %s))"
            .formatted(
                flow.id().value().replace("'", "''"), KeyText.of(keys), TransactionColumns.TYPE));
    return values;
  }

  private static String value(String name) {
    return "case when %s then %s else %s end"
        .formatted(IS_TAKING_BACK, Names.quoted(earlier(name)), Names.quoted(name));
  }

  private static String amount(String name) {
    String now = Names.quoted(name);
    String before = Names.quoted(earlier(name));
    return "case when %s then -%s when %s then coalesce(%s, 0) - coalesce(%s, 0) else %s end"
        .formatted(IS_TAKING_BACK, before, IS_ADJUSTMENT, now, before, now);
  }

  private List<String> output() {
    var names = new ArrayList<>(input.names());
    names.addAll(
        List.of(
            TransactionColumns.ID,
            TransactionColumns.TYPE,
            TransactionColumns.SIGN,
            TransactionColumns.OPERATION,
            TransactionColumns.BOOKED_AT));
    return names;
  }

  private static DeriveColumns derived(Map<String, String> texts) {
    return new DeriveColumns(Tables.formulas(texts));
  }
}
