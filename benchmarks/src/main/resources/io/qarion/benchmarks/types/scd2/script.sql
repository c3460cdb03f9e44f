CREATE TABLE landing (id BIGINT NOT NULL, customer_id BIGINT, amount DECIMAL(12,2),
  status VARCHAR, updated_at TIMESTAMP, batch_id BIGINT NOT NULL, xt_source_file VARCHAR NOT NULL,
  xt_source_row BIGINT NOT NULL, xt_loaded_at TIMESTAMP NOT NULL);

CREATE MACRO orders_of(file) AS TABLE FROM read_csv(file, header = true, auto_detect = false,
  delim = ',', quote = '"', columns = {'id': 'BIGINT', 'customer_id': 'BIGINT',
  'amount': 'DECIMAL(12,2)', 'status': 'VARCHAR', 'updated_at': 'TIMESTAMP'});

CREATE MACRO doubled(day) AS (SELECT count(*) - bit_count(bitstring_agg(id, 0, 100000000))
  FROM landing WHERE batch_id = day);

CREATE TABLE versions (id BIGINT, customer_id BIGINT, amount DECIMAL(12,2), status VARCHAR,
  updated_at TIMESTAMP, xt_valid_from TIMESTAMP NOT NULL, xt_valid_to TIMESTAMP,
  xt_is_current BOOLEAN NOT NULL, xt_is_deleted BOOLEAN NOT NULL, xt_version BIGINT NOT NULL,
  xt_record_id VARCHAR NOT NULL, batch_id BIGINT NOT NULL, xt_closed_batch_id BIGINT);

CREATE TEMP TABLE stage AS FROM orders_of('{data}/orders_day1.csv');

INSERT INTO landing SELECT *, 1, 'orders_day1.csv', rowid + 1, '{clock}' FROM stage;

DROP TABLE stage;

SELECT CASE WHEN doubled(1) > 0 THEN error('doubled keys') END;

CREATE TEMP TABLE changed AS SELECT *, 1 AS xt_version FROM landing WHERE batch_id = 1;

INSERT INTO versions
SELECT id, customer_id, amount, status, updated_at, '{clock}', NULL, true, false, xt_version,
  md5(concat(length(id::VARCHAR), ':', id, '|', '{clock}')), 1, NULL
FROM changed;

DROP TABLE changed;

CREATE TEMP TABLE stage AS FROM orders_of('{data}/orders_day2.csv');

INSERT INTO landing SELECT *, 2, 'orders_day2.csv', rowid + 1, '{clock}' FROM stage;

DROP TABLE stage;

SELECT CASE WHEN doubled(2) > 0 THEN error('doubled keys') END;

CREATE TEMP TABLE changed AS
SELECT n.*, coalesce(v.xt_version, 0) + 1 AS xt_version
FROM (FROM landing WHERE batch_id = 2) AS n
LEFT JOIN (FROM versions WHERE xt_is_current) AS v ON n.id = v.id
WHERE v.id IS NULL OR n.customer_id IS DISTINCT FROM v.customer_id
  OR n.amount IS DISTINCT FROM v.amount OR n.status IS DISTINCT FROM v.status;

UPDATE versions SET xt_valid_to = '{clock}', xt_is_current = false, xt_closed_batch_id = 2
WHERE xt_is_current AND id IN (SELECT id FROM changed WHERE xt_version > 1);

INSERT INTO versions
SELECT id, customer_id, amount, status, updated_at, '{clock}', NULL, true, false, xt_version,
  md5(concat(length(id::VARCHAR), ':', id, '|', '{clock}')), 2, NULL
FROM changed;

COPY (FROM versions) TO '{result}' (FORMAT parquet, COMPRESSION zstd);
