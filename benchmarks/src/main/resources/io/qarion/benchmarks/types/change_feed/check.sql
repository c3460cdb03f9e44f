SELECT string_agg(k || ' ' || n, ', ' ORDER BY k) FROM (SELECT batch_id || ' ' || xt_record_type AS k, count(*) || ' ' || sum(id) AS n FROM {rows} GROUP BY 1);
