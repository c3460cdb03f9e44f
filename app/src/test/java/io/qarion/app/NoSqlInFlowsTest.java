package io.qarion.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Flow types say what is to be done with rows; how an engine does it is not theirs to know. */
class NoSqlInFlowsTest {

  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b(select\\b.+\\bfrom|insert\\s+into|merge\\s+into|delete\\s+from|update\\s+\\S+\\s+set"
              + "|(create|drop|alter)\\s+(or\\s+replace\\s+)?(table|view))\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Test
  void flowTypesHoldNoStatements() throws IOException {
    assertThat(statements("io.qarion.plugins.flows")).isEmpty();
  }

  @Test
  void whereStatementsAreMadeThisTestFindsThem() throws IOException {
    assertThat(statements("io.qarion.plugins.engine")).isNotEmpty();
  }

  @Test
  void flowTypesKnowNothingThatWritesSql() {
    noClasses()
        .that()
        .resideInAPackage("io.qarion.plugins.flows..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.qarion.plugins.sql..", "io.qarion.plugins.duckdb..", "java.sql..")
        .because("flow types make instructions and rules, which every engine can carry out")
        .check(classes("io.qarion.plugins.flows"));
  }

  private static List<String> statements(String packageName) throws IOException {
    var found = new ArrayList<String>();
    for (JavaClass type : classes(packageName)) {
      try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
        for (PoolEntry entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
          if (entry instanceof Utf8Entry text && STATEMENT.matcher(text.stringValue()).find()) {
            found.add(type.getName() + ": " + text.stringValue());
          }
        }
      }
    }
    return found;
  }

  private static JavaClasses classes(String packageName) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(packageName);
  }
}
