package io.qarion.core.project;

import io.qarion.core.flow.Flow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tasks of a project may touch, as far as its files say. Whoever trusts a project trusts
 * this, so a change that leaves it alone needs no new answer.
 *
 * @param touches each once, in a fixed order
 */
public record ProjectReach(List<Touch> touches) {

  public static final ProjectReach NONE = new ProjectReach(List.of());

  /** Begins what is hashed; another way to find what is touched has to ask again. */
  private static final String FORMAT = "reach 1";

  public ProjectReach {
    touches = touches.stream().distinct().sorted().toList();
  }

  /** The reach of a project; tasks that are switched off count, since switching them on is easy. */
  public static ProjectReach of(ProjectSettings settings, Collection<Flow> flows) {
    return new ProjectReach(
        Stream.concat(
                SettingsTouches.ofProject(settings),
                flows.stream().flatMap(flow -> SettingsTouches.ofFlow(settings, flow)))
            .toList());
  }

  /** All that any of these may touch. */
  public static ProjectReach union(Collection<ProjectReach> reaches) {
    return new ProjectReach(reaches.stream().flatMap(each -> each.touches().stream()).toList());
  }

  public boolean isEmpty() {
    return touches.isEmpty();
  }

  public List<Touch> of(Touch.Kind kind) {
    return touches.stream().filter(touch -> touch.kind() == kind).toList();
  }

  public ProjectReach and(ProjectReach other) {
    return union(List.of(this, other));
  }

  public ProjectReach without(ProjectReach other) {
    var theirs = new HashSet<>(other.touches());
    return new ProjectReach(touches.stream().filter(touch -> !theirs.contains(touch)).toList());
  }

  /** Whether the other touches nothing that this doesn't. */
  public boolean covers(ProjectReach other) {
    return new HashSet<>(touches).containsAll(other.touches());
  }

  /** SHA-256 over exactly this, in hexadecimal; the same on every machine. */
  public String hash() {
    MessageDigest digest = sha256();
    add(digest, FORMAT);
    for (Touch touch : touches) {
      add(digest, touch.kind().name());
      add(digest, touch.what());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no two lists of texts give the same bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
