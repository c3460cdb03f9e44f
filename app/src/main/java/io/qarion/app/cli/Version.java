package io.qarion.app.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Says which version of the program this is. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "dev");
    return new String[] {"qarion-etl " + version};
  }
}
