package io.qarion.core.run;

import io.qarion.core.dataset.RowPage;

/** The figures of an answer of one row. */
record OneRow(RowPage answer) {

  /** A whole number by the name of its column; 0 for NULL, which a sum of nothing is. */
  long number(String column) {
    int index = answer.schema().names().indexOf(column);
    return answer.rows().getFirst().get(index) instanceof Number number ? number.longValue() : 0;
  }
}
