package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A jar with nothing but a plug-in, as somebody outside would hand it on. */
public final class PluginJar {

  private PluginJar() {}

  /**
   * Expects that a program finds a plug-in whose jar is put beside it.
   *
   * @param kind the interface that the program asks for
   * @param folder for the jar
   */
  public static void expectFound(Class<?> kind, Class<?> plugin, Path folder)
      throws IOException, URISyntaxException {
    Path classes = Path.of(plugin.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = pack(classes, folder.resolve("plugin.jar"));
    try (var beside =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, new Without(plugin.getPackageName()))) {
      assertThat(ServiceLoader.load(kind, beside))
          .filteredOn(found -> found.getClass().getName().equals(plugin.getName()))
          .singleElement()
          .satisfies(found ->
              assertThat(found.getClass().getProtectionDomain().getCodeSource().getLocation())
                  .isEqualTo(jar.toUri().toURL()));
    }
  }

  private static Path pack(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  /** The class path of the test without the plug-in's own classes and registrations. */
  private static final class Without extends ClassLoader {

    private final String left;

    private Without(String left) {
      super(PluginJar.class.getClassLoader());
      this.left = left + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(left)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public Enumeration<URL> getResources(String name) {
      return Collections.emptyEnumeration();
    }
  }
}
