"""What a pandas user would write for each type of flow: read, compute, write one CSV file.

Takes the type, the folder of the files and the file to write. No landing is kept.
"""

import sys

import pandas as pd

KEPT = ["customer_id", "amount", "status"]


def orders(folder, day):
    return pd.read_csv(f"{folder}/orders_day{day}.csv", parse_dates=["updated_at"])


def events(folder):
    return pd.read_csv(f"{folder}/events.csv", parse_dates=["occurred_at"])


def differs(both, names):
    result = False
    for name in names:
        result = result | (both[name + "_n"] != both[name + "_o"])
    return result


def change_feed(folder):
    first = orders(folder, 1).assign(batch_id=1, xt_record_type="new", xt_changed_columns=None)
    old = first[["id", *KEPT, "updated_at"]]
    both = orders(folder, 2).merge(old, on="id", how="outer", suffixes=("_n", "_o"), indicator=True)
    both["xt_record_type"] = both["_merge"].map(
        {"left_only": "new", "right_only": "deleted", "both": "changed"}).astype(str)
    both = both[(both["_merge"] != "both") | differs(both, KEPT)]
    gone = both["_merge"] == "right_only"
    rows = both[["id", "xt_record_type"]].assign(batch_id=2)
    for name in [*KEPT, "updated_at"]:
        rows[name] = both[name + "_n"].where(~gone, both[name + "_o"])
    changed = both["xt_record_type"] == "changed"
    rows["xt_changed_columns"] = ""
    for name in KEPT:
        here = changed & (both[name + "_n"] != both[name + "_o"])
        rows.loc[here, "xt_changed_columns"] += name + ","
    return pd.concat([first, rows])


def scd2(folder):
    now = pd.Timestamp.now()
    first = orders(folder, 1).assign(
        xt_valid_from=now, xt_valid_to=pd.NaT, xt_is_current=True, xt_version=1)
    second = orders(folder, 2)
    both = second.merge(first[["id", *KEPT]], on="id", how="left", suffixes=("_n", "_o"),
                        indicator=True)
    fresh = (both["_merge"] == "left_only").to_numpy()
    changed = (differs(both, KEPT) & (both["_merge"] == "both")).to_numpy()
    closed = first["id"].isin(second.loc[changed, "id"])
    first.loc[closed, "xt_valid_to"] = now
    first.loc[closed, "xt_is_current"] = False
    opened = second[fresh | changed].assign(
        xt_valid_from=now, xt_valid_to=pd.NaT, xt_is_current=True)
    opened["xt_version"] = 1
    opened.loc[changed[fresh | changed], "xt_version"] = 2
    return pd.concat([first, opened])


def sessionization(folder):
    rows = events(folder).sort_values(["user_id", "occurred_at", "id"])
    pause = rows.groupby("user_id")["occurred_at"].diff()
    starts = pause.isna() | (pause > pd.Timedelta(minutes=30))
    rows["session"] = starts.cumsum()
    sessions = rows.groupby(["user_id", "session"])["occurred_at"].agg(
        session_start="min", session_end="max", event_count="count").reset_index()
    sessions["duration_seconds"] = (
        sessions["session_end"] - sessions["session_start"]).dt.total_seconds().astype("int64")
    return sessions


def growth_accounting(folder):
    rows = events(folder)
    rows["day"] = rows["occurred_at"].dt.normalize()
    active = rows[["user_id", "day"]].drop_duplicates().sort_values(["user_id", "day"])
    days = active.groupby("user_id")["day"]
    before, after = days.shift(1), days.shift(-1)
    one = pd.Timedelta(days=1)
    active["status"] = "resurrected"
    active.loc[before == active["day"] - one, "status"] = "retained"
    active.loc[before.isna(), "status"] = "new"
    gone = active[(after != active["day"] + one) & (active["day"] < active["day"].max())]
    churned = (gone["day"] + one).value_counts()
    growth = active.groupby(["day", "status"]).size().unstack(fill_value=0)
    growth["churned"] = churned.reindex(growth.index, fill_value=0)
    growth["active"] = growth[["new", "retained", "resurrected"]].sum(axis=1)
    return growth.reset_index()


TYPES = {each.__name__: each for each in (change_feed, scd2, sessionization, growth_accounting)}
TYPES[sys.argv[1]](sys.argv[2]).to_csv(sys.argv[3], index=False)
