package io.qarion.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, on our class path, with the options of both sides. */
final class ChildProcess {

  private static final int POLL_MILLIS = 10;
  private static final int KIB_OF_MIB = 1024;

  /** A window without a screen, drawn by the processor. */
  static final List<String> CALM_WINDOW = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

  /** The same with as many frames as it can. */
  static final List<String> BUSY_WINDOW =
      List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djavafx.animation.fullspeed=true");

  private ChildProcess() {}

  /**
   * Runs a program to its end.
   *
   * @param log gets what the program prints
   */
  static Timing run(Class<?> program, List<String> arguments, Path log)
      throws IOException, InterruptedException {
    return run(List.of(), program, arguments, log);
  }

  /**
   * Runs a program to its end with options of the Java machine, such as those of a window.
   *
   * @param log gets what the program prints
   */
  static Timing run(List<String> options, Class<?> program, List<String> arguments, Path log)
      throws IOException, InterruptedException {
    Optional<Timing> timing = attempt(options, program, arguments, log);
    if (timing.isEmpty()) {
      throw new IllegalStateException(program.getName() + " failed:\n" + Files.readString(log));
    }
    return timing.get();
  }

  /** The same for a program that may refuse; empty if it does. */
  static Optional<Timing> attempt(
      List<String> options, Class<?> program, List<String> arguments, Path log)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(arguments);
    return attempt(command, log);
  }

  /** Runs any command to its end; empty if it fails. */
  static Optional<Timing> attempt(List<String> command, Path log)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    OptionalLong peak = OptionalLong.empty();
    Duration processor = Duration.ZERO;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      processor = process.info().totalCpuDuration().orElse(processor);
      OptionalLong now = peakMiB(process.pid());
      peak = now.isPresent() ? now : peak;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return process.exitValue() == 0
        ? Optional.of(new Timing(seconds, processor.toMillis() / 1e3, peak))
        : Optional.empty();
  }

  /** Linux keeps the highest resident size of each process. */
  private static OptionalLong peakMiB(long process) {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try {
      return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB_OF_MIB)
          .findFirst();
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }
}
