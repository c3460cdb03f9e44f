package io.qarion.plugins.files.xlsx;

import io.qarion.core.flow.Settings;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;

/** The name of a sheet that is written, which not every text can be. */
final class SheetName {

  private static final int LONGEST = 31;
  private static final String FORBIDDEN = "[]:*?/\\";

  private SheetName() {}

  static String of(Settings options) {
    String name = options.text("sheet", "Sheet1");
    boolean fits =
        !name.isBlank()
            && name.length() <= LONGEST
            && name.chars().noneMatch(sign -> FORBIDDEN.indexOf(sign) >= 0 || sign < ' ')
            && !name.startsWith("'")
            && !name.endsWith("'")
            && !name.equalsIgnoreCase("History");
    if (!fits) {
      throw new QarionException(
          Problem.error(
              "xlsx.sheet_name",
              Place.of(options.pathOf("sheet")),
              "A sheet can't be called '%s'.".formatted(name),
              "Write up to 31 signs, none of %s, without apostrophes around them."
                  .formatted(FORBIDDEN)));
    }
    return name;
  }
}
