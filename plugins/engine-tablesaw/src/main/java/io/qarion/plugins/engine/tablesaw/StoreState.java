package io.qarion.plugins.engine.tablesaw;

/** All that a store holds at one moment. */
record StoreState(Tables tables, LedgerState ledger) {

  static final StoreState EMPTY = new StoreState(Tables.none(), LedgerState.EMPTY);

  StoreState with(Tables newTables) {
    return new StoreState(newTables, ledger);
  }

  StoreState with(LedgerState newLedger) {
    return new StoreState(tables, newLedger);
  }
}
