package io.qarion.plugins.flows.sessions;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that sessions are kept in.
 *
 * @param touched the entities of which the last batch has events; theirs are computed anew
 * @param events all events, each with its session
 * @param sessions a row each
 */
record SessionDatasets(Dataset touched, Dataset events, Dataset sessions) {

  static final String SESSION_ID = "xt_session_id";
  static final String SESSION_NUMBER = "xt_session_number";
  static final String EVENT_NUMBER = "xt_event_number";
  static final String START = "session_start";
  static final String END = "session_end";
  static final String DURATION = "duration_seconds";
  static final String COUNT = "event_count";

  static SessionDatasets of(Flow flow, SessionSettings settings, List<String> keys) {
    List<Column> entities =
        settings.entities().stream()
            .flatMap(name -> flow.input().schema().find(name).stream())
            .map(Column::optional)
            .toList();
    var events = new ArrayList<Column>();
    flow.input().schema().columns().forEach(column -> events.add(column.optional()));
    events.add(new Column(SESSION_ID, PlainType.STRING, true));
    events.add(new Column(SESSION_NUMBER, PlainType.INTEGER, true));
    events.add(new Column(EVENT_NUMBER, PlainType.INTEGER, true));
    events.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    var sessions = new ArrayList<>(entities);
    sessions.add(new Column(SESSION_ID, PlainType.STRING, true));
    sessions.add(new Column(START, PlainType.TIMESTAMP, true));
    sessions.add(new Column(END, PlainType.TIMESTAMP, true));
    sessions.add(new Column(DURATION, PlainType.INTEGER, true));
    sessions.add(new Column(COUNT, PlainType.INTEGER, true));
    sessions.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    return new SessionDatasets(
        dataset(flow, "_touched", "Whose sessions the last batch changed", entities, List.of()),
        dataset(flow, "_events", "Each event with its session", events, keys),
        dataset(flow, "_sessions", "A row for each session", sessions, List.of(SESSION_ID)));
  }

  private static Dataset dataset(
      Flow flow, String suffix, String description, List<Column> columns, List<String> keys) {
    return new Dataset(
        new DatasetName(flow.id() + suffix),
        flow.namespace(),
        description,
        new Schema(columns),
        keys);
  }
}
