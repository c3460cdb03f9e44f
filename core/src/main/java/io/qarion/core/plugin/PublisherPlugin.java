package io.qarion.core.plugin;

import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.Settings;
import io.qarion.core.outbox.MessagePublisher;

/** Delivers messages of outboxes to one kind of target. */
public interface PublisherPlugin {

  /** The value of {@code type} below {@code [properties.publisher]}. */
  String publisherType();

  /**
   * Gets ready to deliver.
   *
   * @param settings those below {@code [properties.publisher]}
   * @param paths the places that may be written to
   * @throws io.qarion.core.problem.QarionException if the settings make no sense or the target
   *     can't be used
   */
  MessagePublisher open(Settings settings, ProjectPaths paths);
}
