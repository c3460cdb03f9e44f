CREATE TABLE landing (id BIGINT NOT NULL, customer_id BIGINT, amount DECIMAL(12,2),
  status VARCHAR, updated_at TIMESTAMP, batch_id BIGINT NOT NULL, xt_source_file VARCHAR NOT NULL,
  xt_source_row BIGINT NOT NULL, xt_loaded_at TIMESTAMP NOT NULL);

CREATE MACRO orders_of(file) AS TABLE FROM read_csv(file, header = true, auto_detect = false,
  delim = ',', quote = '"', columns = {'id': 'BIGINT', 'customer_id': 'BIGINT',
  'amount': 'DECIMAL(12,2)', 'status': 'VARCHAR', 'updated_at': 'TIMESTAMP'});

CREATE MACRO doubled(day) AS (SELECT count(*) - bit_count(bitstring_agg(id, 0, 100000000))
  FROM landing WHERE batch_id = day);

CREATE TABLE feed (id BIGINT, customer_id BIGINT, amount DECIMAL(12,2), status VARCHAR,
  updated_at TIMESTAMP, batch_id BIGINT, xt_record_type VARCHAR, xt_changed_columns VARCHAR,
  xt_detected_at TIMESTAMP);

CREATE TEMP TABLE stage AS FROM orders_of('{data}/orders_day1.csv');

INSERT INTO landing SELECT *, 1, 'orders_day1.csv', rowid + 1, '{clock}' FROM stage;

DROP TABLE stage;

SELECT CASE WHEN doubled(1) > 0 THEN error('doubled keys') END;

INSERT INTO feed
SELECT coalesce(n.id, o.id),
  CASE WHEN n.id IS NULL THEN o.customer_id ELSE n.customer_id END,
  CASE WHEN n.id IS NULL THEN o.amount ELSE n.amount END,
  CASE WHEN n.id IS NULL THEN o.status ELSE n.status END,
  CASE WHEN n.id IS NULL THEN o.updated_at ELSE n.updated_at END, 1,
  CASE WHEN o.id IS NULL THEN 'new' WHEN n.id IS NULL THEN 'deleted' ELSE 'changed' END,
  CASE WHEN o.id IS NULL OR n.id IS NULL THEN NULL ELSE concat_ws(',',
    CASE WHEN n.customer_id IS DISTINCT FROM o.customer_id THEN 'customer_id' END,
    CASE WHEN n.amount IS DISTINCT FROM o.amount THEN 'amount' END,
    CASE WHEN n.status IS DISTINCT FROM o.status THEN 'status' END) END, '{clock}'
FROM (FROM landing WHERE batch_id = 1) AS n
FULL JOIN (FROM landing WHERE batch_id = 1 - 1) AS o ON n.id = o.id
WHERE o.id IS NULL OR n.id IS NULL OR n.customer_id IS DISTINCT FROM o.customer_id
  OR n.amount IS DISTINCT FROM o.amount OR n.status IS DISTINCT FROM o.status;

CREATE TEMP TABLE stage AS FROM orders_of('{data}/orders_day2.csv');

INSERT INTO landing SELECT *, 2, 'orders_day2.csv', rowid + 1, '{clock}' FROM stage;

DROP TABLE stage;

SELECT CASE WHEN doubled(2) > 0 THEN error('doubled keys') END;

INSERT INTO feed
SELECT coalesce(n.id, o.id),
  CASE WHEN n.id IS NULL THEN o.customer_id ELSE n.customer_id END,
  CASE WHEN n.id IS NULL THEN o.amount ELSE n.amount END,
  CASE WHEN n.id IS NULL THEN o.status ELSE n.status END,
  CASE WHEN n.id IS NULL THEN o.updated_at ELSE n.updated_at END, 2,
  CASE WHEN o.id IS NULL THEN 'new' WHEN n.id IS NULL THEN 'deleted' ELSE 'changed' END,
  CASE WHEN o.id IS NULL OR n.id IS NULL THEN NULL ELSE concat_ws(',',
    CASE WHEN n.customer_id IS DISTINCT FROM o.customer_id THEN 'customer_id' END,
    CASE WHEN n.amount IS DISTINCT FROM o.amount THEN 'amount' END,
    CASE WHEN n.status IS DISTINCT FROM o.status THEN 'status' END) END, '{clock}'
FROM (FROM landing WHERE batch_id = 2) AS n
FULL JOIN (FROM landing WHERE batch_id = 2 - 1) AS o ON n.id = o.id
WHERE o.id IS NULL OR n.id IS NULL OR n.customer_id IS DISTINCT FROM o.customer_id
  OR n.amount IS DISTINCT FROM o.amount OR n.status IS DISTINCT FROM o.status;

COPY (FROM feed) TO '{result}' (FORMAT parquet, COMPRESSION zstd);
