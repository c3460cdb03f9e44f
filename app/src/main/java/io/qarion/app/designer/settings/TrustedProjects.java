package io.qarion.app.designer.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.project.ProjectReach;
import io.qarion.core.repository.AtomicFile;
import io.qarion.core.repository.ProjectModel;
import io.qarion.core.repository.StoredFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the user has trusted: a line a project in a file of the user, with a hash of what it may
 * touch and its folder as an address, which stays on one line whatever the folder is called. Takes
 * time.
 */
public final class TrustedProjects {

  private static final String FILE = "trusted-projects.txt";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\S+)");

  private final Path file;
  private final Samples samples;

  /**
   * @param folder of the user's settings
   * @param samples that come with the program, which nobody has to trust
   */
  public TrustedProjects(Path folder, Samples samples) {
    this.file = folder.resolve(FILE);
    this.samples = samples;
  }

  /**
   * What is known of a project before anybody is asked.
   *
   * @param hash of what was trusted last; empty for a project that was never trusted
   * @param sample what the bundled sample touches that the project is, or is the copy of
   * @param problems why less is known than should be
   */
  public record Known(Optional<String> hash, ProjectReach sample, List<Problem> problems) {

    public Known {
      problems = List.copyOf(problems);
    }

    /** Whether a project that touches this needs no question. */
    public boolean allows(ProjectReach reach) {
      return hash.filter(reach.hash()::equals).isPresent()
          || (!sample.isEmpty() && sample.covers(reach));
    }
  }

  /** What is known of a project; never fails, since a project is shown in any case. */
  public Known known(Path project) {
    Optional<String> hash = Optional.empty();
    ProjectReach sample = ProjectReach.NONE;
    List<Problem> problems = List.of();
    try {
      sample = samples.original(project).map(TrustedProjects::reach).orElse(ProjectReach.NONE);
      hash = Optional.ofNullable(lines().get(address(project)));
    } catch (QarionException e) {
      problems = e.problems();
    }
    return new Known(hash, sample, problems);
  }

  /**
   * Keeps that a project with this reach is trusted.
   *
   * @throws QarionException if it can't be kept; the user is asked again next time
   */
  public void remember(Path project, ProjectReach reach) {
    Map<String, String> lines = lines();
    lines.put(address(project), reach.hash());
    String text =
        lines.entrySet().stream()
            .map(line -> line.getValue() + " " + line.getKey() + "\n")
            .collect(Collectors.joining());
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
    } catch (IOException e) {
      throw refused("'%s' can't be made: %s.".formatted(file.getParent(), e.getMessage()), e);
    }
    AtomicFile.write(file, text.getBytes(UTF_8));
  }

  /**
   * Keeps that the user has made a project just now.
   *
   * @throws QarionException if it can't be kept or read
   */
  public void made(Path project) {
    remember(project, reach(project));
  }

  private static ProjectReach reach(Path folder) {
    ProjectModel model = ProjectModel.open(folder);
    return ProjectReach.of(model.settings(), model.flows().stream().map(StoredFlow::flow).toList());
  }

  private static String address(Path project) {
    return project.toAbsolutePath().normalize().toUri().toASCIIString();
  }

  /** Hashes by address, in the order of the file. */
  private Map<String, String> lines() {
    var hashes = new LinkedHashMap<String, String>();
    if (!Files.exists(file)) {
      return hashes;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
          throw refused("'%s' is damaged, so no project is trusted.".formatted(file));
        }
        hashes.put(matcher.group(2), matcher.group(1));
      }
      return hashes;
    } catch (IOException e) {
      throw refused("'%s' can't be read, so no project is trusted.".formatted(file), e);
    }
  }

  private QarionException refused(String message) {
    return new QarionException(problem(message));
  }

  private QarionException refused(String message, IOException cause) {
    return new QarionException(problem(message), cause);
  }

  private Problem problem(String message) {
    return Problem.error(
        "settings.trusted",
        Place.UNKNOWN.withFile(file.toString()),
        message,
        "Move the file away, or give yourself the right to use it; "
            + "until then each project asks again.");
  }
}
