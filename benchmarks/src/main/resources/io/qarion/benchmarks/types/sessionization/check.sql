SELECT concat_ws(' ', count(*), sum(event_count), sum(duration_seconds), min(session_start), max(session_end)) FROM {rows};
