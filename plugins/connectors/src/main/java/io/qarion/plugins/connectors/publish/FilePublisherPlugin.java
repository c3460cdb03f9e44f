package io.qarion.plugins.connectors.publish;

import io.qarion.core.file.ProjectPaths;
import io.qarion.core.flow.Settings;
import io.qarion.core.outbox.MessagePublisher;
import io.qarion.core.plugin.PublisherPlugin;

/** Delivers events to files, one for each topic. */
public final class FilePublisherPlugin implements PublisherPlugin {

  @Override
  public String publisherType() {
    return "file";
  }

  @Override
  public MessagePublisher open(Settings settings, ProjectPaths paths) {
    return new FilePublisher(paths.resolve(settings.text("path", ""), "properties.publisher.path"));
  }
}
