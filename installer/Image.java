import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The program's name, also that of its start command. */
static final String NAME = "qarion-etl";

static final String DUCKDB_NATIVE = "libduckdb_java.so_";
static final String SQLITE_NATIVE = "org/sqlite/native/";
static final String CACHE = "qarion-etl.aot";

/**
 * What the jars need of Java, the encodings that files may be in, and how numbers and dates are
 * written in the languages of the window. Not asked of jdeps, which refuses a modular jar whose
 * optional half is not there.
 */
static final String MODULES =
    "java.desktop,java.logging,java.management,java.net.http,java.sql,jdk.charsets,"
        + "jdk.localedata,jdk.unsupported";

static final String LANGUAGES = "en,de,de-*";

/** Always used by the program, so that a start needs none of them written. */
static final List<String> OPTIONS =
    List.of(
        "--enable-native-access=ALL-UNNAMED",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-Dqarion.examples=$APPDIR/examples",
        "-XX:+UseSerialGC");

/**
 * Builds an image of the program with a Java of its own, and starts it once as users would.
 *
 * @param args the folder to build in, and the root of the sources
 */
void main(String[] args) throws IOException, InterruptedException {
  Path work = Path.of(args[0]);
  deleteAll(work);
  Path jars = Files.createDirectories(work.resolve("jars"));
  String mainJar = copyJars(jars);
  Path image = image(work, jars, mainJar);
  copyAll(Path.of(args[1], "examples"), appFolder(image).resolve("examples"));
  Path project = work.resolve("smoke");
  copyAll(Path.of(args[1], "examples", "jaffle-shop"), project);
  learn(work, image, project);
  start(image, Map.of(), List.of("validate", "--project", project.toString()));
  start(image, Map.of(), List.of("run", "shop", "--project", project.toString()));
  IO.print(window(work, image, project, "-Dqarion.start-report=" + System.currentTimeMillis()));
  IO.println("%s: %,d MB".formatted(image, size(image) / 1_000_000));
}

/** Copies what the class path names, without what other systems need. */
static String copyJars(Path folder) throws IOException {
  String mainJar = "";
  for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
    Path jar = Path.of(entry);
    String name = jar.getFileName().toString();
    if (!name.endsWith(".jar")) {
      continue;
    }
    if (name.startsWith("duckdb_jdbc") || name.startsWith("sqlite-jdbc")) {
      copyForThisSystem(jar, folder);
    } else if (isSigned(jar)) {
      copyUnsigned(jar, folder);
    } else {
      Files.copy(jar, folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    mainJar = name.startsWith("qarion-app") ? name : mainJar;
  }
  return mainJar;
}

static boolean isSigned(Path jar) throws IOException {
  try (var entries = new ZipFile(jar.toFile())) {
    return entries.stream().anyMatch(entry -> isSignature(entry.getName()));
  }
}

static boolean isSignature(String entry) {
  return entry.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
}

/** Classes of signed jars are never kept in a cache; Maven has compared their checksums. */
static void copyUnsigned(Path jar, Path folder) throws IOException {
  try (var from = new ZipFile(jar.toFile());
      var to = new ZipOutputStream(Files.newOutputStream(folder.resolve(jar.getFileName())))) {
    for (ZipEntry entry : from.stream().toList()) {
      if (!isSignature(entry.getName())) {
        copy(from, entry, to);
      }
    }
  }
}

static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
  try (InputStream in = from.getInputStream(entry)) {
    to.putNextEntry(new ZipEntry(entry.getName()));
    in.transferTo(to);
  }
}

/** DuckDB's library goes beside its jar, or it would be unpacked at every start. */
static void copyForThisSystem(Path jar, Path folder) throws IOException {
  String duckDb = DUCKDB_NATIVE + system("windows", "macos", "linux") + "_" + processor("amd64");
  String sqlite = SQLITE_NATIVE + system("Windows", "Mac", "Linux") + "/" + processor("x86_64");
  Path copy = folder.resolve(jar.getFileName());
  try (var from = new ZipFile(jar.toFile());
      var to = new ZipOutputStream(Files.newOutputStream(copy))) {
    for (ZipEntry entry : from.stream().toList()) {
      String name = entry.getName();
      if (name.equals(duckDb)) {
        try (InputStream in = from.getInputStream(entry)) {
          Files.copy(in, folder.resolve(name));
        }
      } else if (!name.startsWith(DUCKDB_NATIVE)
          && (!name.startsWith(SQLITE_NATIVE) || name.startsWith(sqlite + "/"))) {
        copy(from, entry, to);
      }
    }
  }
}

static String system(String windows, String mac, String linux) {
  String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  return name.contains("win") ? windows : name.contains("mac") ? mac : linux;
}

static String processor(String intel) {
  boolean arm = System.getProperty("os.arch").equals("aarch64");
  return arm ? (intel.equals("amd64") ? "arm64" : "aarch64") : intel;
}

static Path image(Path work, Path jars, String mainJar) throws IOException {
  var arguments = new ArrayList<String>();
  arguments.addAll(List.of("--type", "app-image", "--name", NAME, "--dest", work.toString()));
  arguments.addAll(List.of("--input", jars.toString(), "--main-jar", mainJar));
  arguments.addAll(List.of("--main-class", "io.qarion.app.Launcher"));
  arguments.addAll(List.of("--add-modules", MODULES));
  arguments.addAll(
      List.of(
          "--jlink-options",
          "--strip-java-debug-attributes --no-header-files --no-man-pages"
              + " --strip-native-commands --compress zip-6 --include-locales="
              + LANGUAGES));
  OPTIONS.forEach(option -> arguments.addAll(List.of("--java-options", option)));
  if (system("windows", "mac", "linux").equals("windows")) {
    arguments.add("--win-console");
  }
  jpackage(arguments);
  return work.resolve(system(NAME, NAME + ".app", NAME));
}

static void jpackage(List<String> arguments) {
  int code =
      ToolProvider.findFirst("jpackage")
          .orElseThrow()
          .run(System.out, System.err, arguments.toArray(String[]::new));
  if (code != 0) {
    throw new IllegalStateException("jpackage ended with " + code);
  }
}

/**
 * Runs window and commands in one start, keeps what it loaded as a cache, and names the cache if
 * there is one. One start, since the caches of two can't be joined.
 */
static void learn(Path work, Path image, Path project) throws IOException, InterruptedException {
  Path app = appFolder(image);
  Path seen = work.resolve("seen.aotconf");
  Path cache = app.resolve(CACHE);
  String record = "-XX:AOTMode=record -XX:AOTConfiguration=" + seen;
  String create = "-XX:AOTMode=create -XX:AOTConfiguration=" + seen + " -XX:AOTCache=" + cache;
  window(work, image, project, "-Dqarion.rehearsal=shop " + record);
  start(image, Map.of("JAVA_TOOL_OPTIONS", create), List.of("--version"));
  deleteAll(project.resolve(".qarion"));
  if (Files.exists(cache)) {
    Files.writeString(
        app.resolve(NAME + ".cfg"),
        "java-options=-XX:AOTCache=$APPDIR/%s%n".formatted(CACHE),
        StandardOpenOption.APPEND);
  }
}

/** Opens the window without a screen and as a user without settings; it closes itself. */
static String window(Path work, Path image, Path project, String options)
    throws IOException, InterruptedException {
  String home = work.resolve("home").toString();
  String output =
      start(
          image,
          Map.of(
              "JAVA_TOOL_OPTIONS",
              "-Dglass.platform=Headless -Dprism.order=sw -Duser.home=" + home + " " + options,
              "DISPLAY",
              "none",
              "XDG_CONFIG_HOME",
              home,
              "APPDATA",
              home),
          List.of(project.toString()));
  if (!output.contains("graph of the project")) {
    throw new IllegalStateException("The window showed no graph:\n" + output);
  }
  return output;
}

static Path appFolder(Path image) {
  return image.resolve(system("app", "Contents/app", "lib/app"));
}

static String start(Path image, Map<String, String> environment, List<String> arguments)
    throws IOException, InterruptedException {
  var command = new ArrayList<String>();
  command.add(
      image.resolve(system(NAME + ".exe", "Contents/MacOS/" + NAME, "bin/" + NAME)).toString());
  command.addAll(arguments);
  var builder = new ProcessBuilder(command).redirectErrorStream(true);
  builder.environment().putAll(environment);
  long begin = System.nanoTime();
  Process process = builder.start();
  process.getOutputStream().close();
  String output = new String(process.getInputStream().readAllBytes());
  int code = process.waitFor();
  if (code != 0) {
    throw new IllegalStateException(command + " ended with " + code + ":\n" + output);
  }
  IO.println(
      "%s %s: %d ms"
          .formatted(NAME, arguments.getFirst(), (System.nanoTime() - begin) / 1_000_000));
  return output;
}

static void copyAll(Path from, Path to) throws IOException {
  try (Stream<Path> all = Files.walk(from)) {
    for (Path path : all.filter(each -> !each.toString().contains(".qarion")).toList()) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }
}

static void deleteAll(Path folder) throws IOException {
  if (Files.exists(folder)) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

static long size(Path folder) throws IOException {
  try (Stream<Path> all = Files.walk(folder)) {
    return all.filter(Files::isRegularFile).mapToLong(file -> bytes(file)).sum();
  }
}

static long bytes(Path file) {
  try {
    return Files.size(file);
  } catch (IOException e) {
    throw new UncheckedIOException(e);
  }
}
