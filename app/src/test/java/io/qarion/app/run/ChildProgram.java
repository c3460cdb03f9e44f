package io.qarion.app.run;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program in a process of its own. Classes and native libraries are laid out as in an installed
 * image, so that a child unpacks nothing when it starts, and leaves nothing when it is killed.
 */
final class ChildProgram {

  private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";
  private static final Pattern ENTRIES = Pattern.compile(Pattern.quote(File.pathSeparator));
  private static final String DRIVER = "duckdb_jdbc";
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration THREADS = Duration.ofSeconds(2);

  private final Path folder;
  private final List<String> options = new ArrayList<>();

  private ChildProgram(Path folder) {
    this.folder = folder;
  }

  /** The program as a class path with the driver as it comes, which unpacks its library. */
  static ChildProgram packed(Path temporary) {
    var program = new ChildProgram(temporary);
    program.options.addAll(
        List.of(
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            NATIVE_ACCESS,
            "-cp",
            System.getProperty("java.class.path")));
    return program;
  }

  /** Lays the program out in a folder, which it needs for as long as it is used. */
  static ChildProgram in(Path folder) throws IOException {
    Files.createDirectories(folder);
    var program = new ChildProgram(folder);
    var path = new ArrayList<String>();
    for (String entry : ENTRIES.split(System.getProperty("java.class.path"), 0)) {
      path.add(program.laidOut(Path.of(entry), path.size()).toString());
    }
    program.options.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            NATIVE_ACCESS,
            "-cp",
            String.join(File.pathSeparator, path)));
    return program;
  }

  /**
   * Makes commands load their classes from an archive in future. It is made by carrying out one;
   * its Java warns of native access then, because no archive goes with the option that allows it.
   */
  void archiveClassesOf(String... words) throws IOException, InterruptedException {
    Path archive = folder.resolve("classes.jsa");
    options.remove(NATIVE_ACCESS);
    options.add("-Xlog:disable");
    options.addFirst("-XX:ArchiveClassesAtExit=" + archive);
    Process process =
        new ProcessBuilder(command(words))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    options.set(0, "-XX:SharedArchiveFile=" + archive);
  }

  /** The words of the operating system that start a command. */
  List<String> command(String... words) {
    return command("io.qarion.app.Launcher", words);
  }

  private List<String> command(String main, String... words) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.add(main);
    command.addAll(List.of(words));
    return command;
  }

  /** Runs a command to its end. */
  TestProject.Output run(String... words) throws IOException, InterruptedException {
    return ended(new ProcessBuilder(command(words)).start());
  }

  /**
   * Runs a command where no file can grow beyond a size. To a program that is like a full disk, at
   * a place that can be chosen, and it needs no rights.
   */
  TestProject.Output runWithFilesUpTo(int kilobytes, String... words)
      throws IOException, InterruptedException {
    return withFilesUpTo(kilobytes, command(words));
  }

  /** The same, for another program of the tests. */
  TestProject.Output runClassWithFilesUpTo(int kilobytes, Class<?> main, String... words)
      throws IOException, InterruptedException {
    return withFilesUpTo(kilobytes, command(main.getName(), words));
  }

  private static TestProject.Output withFilesUpTo(int kilobytes, List<String> command)
      throws IOException, InterruptedException {
    var shell = new ArrayList<>(List.of("sh", "-c", "ulimit -f $0; exec \"$@\""));
    shell.add(Integer.toString(2 * kilobytes)); // in blocks of 512 bytes
    shell.addAll(command);
    return ended(new ProcessBuilder(shell).start());
  }

  /**
   * Reads what a process says, and waits for its end. One that never ends is asked what its threads
   * do, which it says on its output, and fails the test with that.
   */
  static TestProject.Output ended(Process process) throws IOException, InterruptedException {
    var out = new Said(process.getInputStream());
    var err = new Said(process.getErrorStream());
    boolean late = !process.waitFor(LONGEST);
    if (late) {
      new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
      process.waitFor(THREADS);
      process.toHandle().destroyForcibly();
    }
    // A test's class path has a logging interface that the program itself is without.
    String said =
        err.text()
            .lines()
            .filter(line -> !line.startsWith("SLF4J"))
            .collect(Collectors.joining("\n"));
    if (late) {
      throw new AssertionError("The program does not end:\n" + said + "\n" + out.text());
    }
    return new TestProject.Output(process.waitFor(), out.text(), said);
  }

  /** All that comes out of a stream, read as it comes: a full pipe would hold its writer up. */
  private static final class Said {

    private final Thread reader;
    private final AtomicReference<String> text = new AtomicReference<>("");

    Said(InputStream from) {
      reader = Thread.startVirtualThread(() -> read(from));
    }

    private void read(InputStream from) {
      try (from) {
        text.set(new String(from.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        text.set("The output can't be read: " + e);
      }
    }

    String text() throws InterruptedException {
      reader.join();
      return text.get();
    }
  }

  /** Archives of classes know jars only; and the driver looks for its library beside its jar. */
  private Path laidOut(Path entry, int number) throws IOException {
    if (Files.isDirectory(entry)) {
      return jarOf(entry, folder.resolve("classes" + number + ".jar"));
    }
    String name = entry.getFileName().toString();
    if (name.startsWith("sqlite-jdbc")) {
      unpackHistoryDriver(entry);
    }
    return name.startsWith(DRIVER) ? stripped(entry) : entry;
  }

  private void unpackHistoryDriver(Path driver) throws IOException {
    String library = System.mapLibraryName("sqlitejdbc");
    String place = "/" + system() + "/" + (isArm() ? "aarch64" : "x86_64") + "/" + library;
    try (var from = new JarFile(driver.toFile())) {
      for (JarEntry entry : from.stream().toList()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(place)) {
          Files.copy(from.getInputStream(entry), folder.resolve(library));
        }
      }
    }
    options.add("-Dorg.sqlite.lib.path=" + folder);
    options.add("-Dorg.sqlite.lib.name=" + library);
  }

  private static Path jarOf(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)));
        Stream<Path> files = Files.walk(classes)) {
      out.setLevel(0);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private Path stripped(Path driver) throws IOException {
    Path target = folder.resolve(driver.getFileName());
    try (var from = new JarFile(driver.toFile());
        var out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      for (JarEntry entry : from.stream().toList()) {
        try (var in = from.getInputStream(entry)) {
          if (!entry.getName().startsWith("libduckdb_java")) {
            out.putNextEntry(new JarEntry(entry.getName()));
            in.transferTo(out);
          } else if (isOfThisSystem(entry.getName())) {
            Files.copy(in, folder.resolve(entry.getName()));
          }
        }
      }
    }
    return target;
  }

  private static boolean isOfThisSystem(String library) {
    String name = system().equals("mac") ? "macos" : system();
    return library.endsWith(name + (isArm() ? "_arm64" : "_amd64"));
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return Stream.of("windows", "mac").filter(name::startsWith).findFirst().orElse("linux");
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }
}
