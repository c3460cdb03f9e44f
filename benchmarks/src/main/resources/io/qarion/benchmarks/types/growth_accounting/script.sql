CREATE TABLE landing (id BIGINT NOT NULL, user_id BIGINT, occurred_at TIMESTAMP, kind VARCHAR,
  batch_id BIGINT NOT NULL, xt_source_file VARCHAR NOT NULL, xt_source_row BIGINT NOT NULL,
  xt_loaded_at TIMESTAMP NOT NULL);

CREATE TEMP TABLE stage AS FROM read_csv('{data}/events.csv', header = true, auto_detect = false,
  delim = ',', quote = '"', columns = {'id': 'BIGINT', 'user_id': 'BIGINT',
  'occurred_at': 'TIMESTAMP', 'kind': 'VARCHAR'});

INSERT INTO landing SELECT *, 1, 'events.csv', rowid + 1, '{clock}' FROM stage;

DROP TABLE stage;

CREATE TABLE active AS
SELECT user_id, occurred_at::DATE AS day, lag(occurred_at::DATE) OVER (PARTITION BY user_id ORDER BY
  occurred_at::DATE) AS before, lead(occurred_at::DATE) OVER (PARTITION BY user_id ORDER BY
  occurred_at::DATE) AS after
FROM (SELECT DISTINCT user_id, occurred_at::DATE AS occurred_at FROM landing);

CREATE TABLE entity_periods AS
SELECT user_id, day AS period_start, CASE WHEN before IS NULL THEN 'new'
  WHEN before = day - 1 THEN 'retained' ELSE 'resurrected' END AS status, 1 AS batch_id FROM active
UNION ALL
SELECT user_id, day + 1, 'churned', 1 FROM active
WHERE day < (SELECT max(day) FROM active) AND after IS DISTINCT FROM day + 1;

CREATE TABLE growth AS
SELECT period_start, count(*) FILTER (WHERE status <> 'churned') AS active,
  count(*) FILTER (WHERE status = 'new') AS new,
  count(*) FILTER (WHERE status = 'retained') AS retained,
  count(*) FILTER (WHERE status = 'resurrected') AS resurrected,
  count(*) FILTER (WHERE status = 'churned') AS churned
FROM entity_periods GROUP BY period_start;

COPY (FROM growth) TO '{result}' (FORMAT parquet, COMPRESSION zstd);
