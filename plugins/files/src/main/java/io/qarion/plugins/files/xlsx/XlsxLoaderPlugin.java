package io.qarion.plugins.files.xlsx;

import io.qarion.core.file.FileLoader;
import io.qarion.core.plugin.LoaderPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import java.util.List;

/** Reads workbooks. */
public final class XlsxLoaderPlugin implements LoaderPlugin {

  @Override
  public List<String> formats() {
    return List.of("xlsx");
  }

  @Override
  public List<String> extensions() {
    return List.of(
        ".xlsx",
        ".xlsm",
        // Known so that the file itself is looked at, and refused with a way out.
        ".xls",
        ".xlsb");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of(
        PropertyDeclaration.optional(
            "sheet", Simple.VALUE, "the first visible", "Name of the sheet, or its number from 1."),
        PropertyDeclaration.optional(
            "range", Simple.TEXT, "the used area", "The cells, like B3:F20, B3:F or B:F."),
        PropertyDeclaration.optional(
            "header", Simple.VALUE, "true", "true, false, or the row that holds the names."));
  }

  @Override
  public FileLoader loader(String format) {
    return new XlsxFileLoader();
  }
}
