package io.qarion.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  /** Each package of core may use only those before it. */
  private static final List<String> CORE =
      List.of(
          "problem",
          "dataset",
          "expression",
          "transform",
          "flow",
          "project",
          "toml",
          "dag",
          "progress",
          "call",
          "engine",
          "file",
          "quality",
          "outbox",
          "history",
          "repository",
          "plugin",
          "edit",
          "check",
          "plan",
          "lineage",
          "run");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.qarion");

  static List<String> corePackages() {
    return CORE;
  }

  @ParameterizedTest
  @MethodSource("corePackages")
  void corePackagesUseOnlyThoseBelowThem(String name) {
    List<String> above = CORE.subList(CORE.indexOf(name) + 1, CORE.size());
    if (!above.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage("io.qarion.core." + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              above.stream().map(each -> "io.qarion.core." + each + "..").toArray(String[]::new))
          .because("core is built in layers; see docs/architecture.md")
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageOfCoreHasItsLayer() {
    noClasses()
        .that()
        .resideInAPackage("io.qarion.core..")
        .should()
        .resideOutsideOfPackages(
            CORE.stream().map(name -> "io.qarion.core." + name + "..").toArray(String[]::new))
        .because("a new package has to be given its place in this test")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCircles() {
    slices().matching("io.qarion.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void coreKnowsNoScreenAndNoDriver() {
    noClasses()
        .that()
        .resideInAPackage("io.qarion.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            "java.awt..",
            "javax.swing..",
            "java.sql..",
            "org.duckdb..",
            "org.sqlite..",
            "tech.tablesaw..")
        .because("core is the product without a screen and without an engine's driver")
        .check(CLASSES);
  }

  @Test
  void onlyEnginesAndStorageSpeakToDatabases() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.qarion.app..",
            "io.qarion.icons..",
            "io.qarion.plugins.files..",
            "io.qarion.plugins.flows..",
            "io.qarion.plugins.tasks..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.duckdb..", "org.sqlite..", "tech.tablesaw..")
        .because("rows leave an engine as values only")
        .check(CLASSES);
  }

  @Test
  void pluginsUseNoOtherPluginThanTheSupportOfEngines() {
    for (String plugin : List.of("flows", "tasks", "files", "metadata", "engine")) {
      noClasses()
          .that()
          .resideInAPackage("io.qarion.plugins." + plugin + "..")
          .should()
          .dependOnClassesThat(otherPluginThan(plugin))
          .because("a plug-in could be removed without harm to the others")
          .check(CLASSES);
    }
  }

  @Test
  void theProgramKnowsPluginsOnlyByTheirInterfaces() {
    noClasses()
        .that()
        .resideInAPackage("io.qarion.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.qarion.plugins..")
        .because("plug-ins are found when the program runs")
        .check(CLASSES);
  }

  @Test
  void featuresOfTheWindowMeetOnlyInTheSession() {
    List<String> features =
        List.of(
            "canvas",
            "dataset",
            "explorer",
            "find",
            "formula",
            "history",
            "importing",
            "inspector",
            "lineage",
            "newflow",
            "notice",
            "palette",
            "preview",
            "problems",
            "profile",
            "rename",
            "run",
            "text",
            "transfer",
            "welcome");
    for (String feature : features) {
      noClasses()
          .that()
          .resideInAPackage("io.qarion.app.designer." + feature + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              features.stream()
                  .filter(other -> !other.equals(feature))
                  .map(other -> "io.qarion.app.designer." + other + "..")
                  .toArray(String[]::new))
          .because("a feature could be removed without harm to the others")
          .check(CLASSES);
    }
  }

  @Test
  void theCommandLineLoadsNoScreen() {
    noClasses()
        .that()
        .resideInAPackage("io.qarion.app.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "io.qarion.app.designer..")
        .because("commands start quickly and need no display")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> otherPluginThan(String plugin) {
    return DescribedPredicate.describe(
        "classes of another plug-in than " + plugin,
        type -> {
          String name = type.getPackageName();
          return name.startsWith("io.qarion.plugins.")
              && !name.startsWith("io.qarion.plugins." + plugin)
              && !name.startsWith("io.qarion.plugins.rows")
              && !name.startsWith("io.qarion.plugins.sql")
              && !name.startsWith("io.qarion.plugins.duckdb");
        });
  }
}
