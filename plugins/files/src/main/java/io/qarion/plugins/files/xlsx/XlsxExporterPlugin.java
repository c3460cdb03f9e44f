package io.qarion.plugins.files.xlsx;

import io.qarion.core.engine.FileTarget;
import io.qarion.core.file.FileExporter;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.ExporterPlugin;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes workbooks with one sheet. */
public final class XlsxExporterPlugin implements ExporterPlugin {

  private static final List<String> OTHERS = List.of(".xls", ".xlsb", ".xlsm");

  @Override
  public List<String> formats() {
    return List.of("xlsx");
  }

  @Override
  public List<PropertyDeclaration> options() {
    return List.of(
        PropertyDeclaration.optional("sheet", Simple.TEXT, "Sheet1", "Name of the sheet."));
  }

  @Override
  public FileExporter exporter(String format) {
    return XlsxExporterPlugin::target;
  }

  private static FileTarget target(Path file, Settings options) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    OTHERS.stream()
        .filter(name::endsWith)
        .findFirst()
        .ifPresent(extension -> {
          throw new QarionException(
              Problem.error(
                  "xlsx.extension",
                  Place.UNKNOWN,
                  "Workbooks are not written as %s.".formatted(extension),
                  "Let the name of the file end with .xlsx."));
        });
    return new FileTarget(
        "xlsx", file, Map.of(), Optional.of(new SheetFile(file, SheetName.of(options))));
  }
}
