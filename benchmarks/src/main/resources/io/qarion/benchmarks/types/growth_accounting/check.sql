SELECT concat_ws(' ', count(*), sum(active), sum(new), sum(retained), sum(resurrected), sum(churned)) FROM {rows};
