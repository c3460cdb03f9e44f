-- Run history. docs/metadata.md describes every column, and a test holds both together.
CREATE TABLE IF NOT EXISTS xt_flow_executions (
  execution_id TEXT PRIMARY KEY,
  flow_id TEXT NOT NULL,
  batch_id INTEGER,
  start_time TEXT NOT NULL,
  end_time TEXT,
  status TEXT NOT NULL,
  success INTEGER,
  rows_loaded INTEGER NOT NULL DEFAULT 0,
  rows_processed INTEGER NOT NULL DEFAULT 0,
  error_message TEXT,
  variables TEXT NOT NULL,
  store TEXT NOT NULL,
  heartbeat_time TEXT NOT NULL,
  peak_memory_bytes INTEGER,
  spilled_bytes INTEGER
) STRICT;

CREATE TABLE IF NOT EXISTS xt_task_executions (
  execution_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  batch_id INTEGER NOT NULL,
  task_type TEXT NOT NULL,
  start_time TEXT NOT NULL,
  end_time TEXT,
  status TEXT NOT NULL,
  rows_in INTEGER,
  rows_out INTEGER,
  rows_rejected INTEGER,
  bytes_read INTEGER,
  bytes_written INTEGER,
  duration_ms INTEGER,
  peak_memory_bytes INTEGER,
  spilled_bytes INTEGER,
  message TEXT,
  operator_profile TEXT,
  output_columns TEXT,
  PRIMARY KEY (execution_id, task_id, batch_id)
) STRICT;

CREATE TABLE IF NOT EXISTS xt_operation_logs (
  execution_id TEXT NOT NULL,
  task_id TEXT,
  logged_at TEXT NOT NULL,
  level TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS xt_load_operations (
  execution_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  batch_id INTEGER NOT NULL,
  loaded_at TEXT NOT NULL,
  file_path TEXT NOT NULL,
  rows_loaded INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  bytes_read INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS xt_quality_check_executions (
  execution_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  batch_id INTEGER NOT NULL,
  checked_at TEXT NOT NULL,
  check_id TEXT NOT NULL,
  check_name TEXT NOT NULL,
  check_type TEXT NOT NULL,
  severity TEXT NOT NULL,
  passed INTEGER NOT NULL,
  rows_checked INTEGER NOT NULL,
  rows_failed INTEGER NOT NULL,
  message TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS xt_export_operations (
  execution_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  batch_id INTEGER NOT NULL,
  exported_at TEXT NOT NULL,
  file_path TEXT NOT NULL,
  format TEXT NOT NULL,
  rows_exported INTEGER NOT NULL,
  bytes_written INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS xt_alert_operations (
  execution_id TEXT NOT NULL,
  task_id TEXT,
  sent_at TEXT NOT NULL,
  channel TEXT NOT NULL,
  status TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS xt_sync_operations (
  execution_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  synced_at TEXT NOT NULL,
  source_path TEXT NOT NULL,
  destination_path TEXT NOT NULL,
  bytes_copied INTEGER NOT NULL,
  status TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS xt_flow_trigger_operations (
  execution_id TEXT NOT NULL,
  task_id TEXT,
  triggered_at TEXT NOT NULL,
  trigger_id TEXT NOT NULL,
  trigger_type TEXT NOT NULL,
  triggered_flow_id TEXT NOT NULL,
  status TEXT NOT NULL,
  triggered_execution_id TEXT
) STRICT;

CREATE INDEX IF NOT EXISTS xt_flow_executions_by_start ON xt_flow_executions (start_time);
