CREATE TABLE landing (id BIGINT NOT NULL, user_id BIGINT, occurred_at TIMESTAMP, kind VARCHAR,
  batch_id BIGINT NOT NULL, xt_source_file VARCHAR NOT NULL, xt_source_row BIGINT NOT NULL,
  xt_loaded_at TIMESTAMP NOT NULL);

CREATE TEMP TABLE stage AS FROM read_csv('{data}/events.csv', header = true, auto_detect = false,
  delim = ',', quote = '"', columns = {'id': 'BIGINT', 'user_id': 'BIGINT',
  'occurred_at': 'TIMESTAMP', 'kind': 'VARCHAR'});

INSERT INTO landing SELECT *, 1, 'events.csv', rowid + 1, '{clock}' FROM stage;

DROP TABLE stage;

CREATE TABLE events AS
SELECT * EXCLUDE (starts), md5(concat(length(user_id::VARCHAR), ':', user_id, '|',
    first_value(occurred_at) OVER session)) AS xt_session_id,
  row_number() OVER session AS xt_event_number
FROM (SELECT *, sum(starts) OVER (PARTITION BY user_id ORDER BY occurred_at, id) AS xt_session_number
  FROM (SELECT * EXCLUDE (xt_source_file, xt_source_row, xt_loaded_at),
      CASE WHEN date_diff('microsecond', lag(occurred_at) OVER moment, occurred_at) <= 1800000000
        THEN 0 ELSE 1 END AS starts
    FROM landing WINDOW moment AS (PARTITION BY user_id ORDER BY occurred_at, id)))
WINDOW session AS (PARTITION BY user_id, xt_session_number ORDER BY occurred_at, id);

CREATE TABLE sessions AS
SELECT user_id, xt_session_id, min(occurred_at) AS session_start, max(occurred_at) AS session_end,
  date_diff('second', min(occurred_at), max(occurred_at)) AS duration_seconds,
  count(*) AS event_count, max(batch_id) AS batch_id
FROM events GROUP BY user_id, xt_session_id;

COPY (FROM sessions) TO '{result}' (FORMAT parquet, COMPRESSION zstd);
