SELECT concat_ws(' ', count(*), sum(id), sum(xt_version), sum(id) FILTER (WHERE xt_is_current), sum(amount::DECIMAL(12,2)) FILTER (WHERE xt_is_current)) FROM {rows};
