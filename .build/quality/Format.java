import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks ("check") or rewrites ("write") the format of every Java source below the given folder.
 */
void main(String[] args) throws Exception {
  boolean write = args[0].equals("write");
  var options =
      new ArrayList<String>(
          write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
  var root = Path.of(args[1]);
  try (var paths = Files.walk(root)) {
    paths
        .filter(path -> path.toString().endsWith(".java"))
        .filter(path -> !root.relativize(path).toString().replace('\\', '/').contains("target/"))
        .map(Path::toString)
        .forEach(options::add);
  }
  if (!write) {
    IO.println(
        "Files listed below are out of format; ./mvnw -q initialize -pl .build/quality"
            + " -Dformat=write mends them.");
  }
  com.google.googlejavaformat.java.Main.main(options.toArray(String[]::new));
}
