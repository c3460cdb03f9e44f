package io.qarion.app.designer.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalsElsewhereTest {

  private static final String FLOW = "flows/orders.toml";

  @TempDir private Path folder;
  private Path project;
  private Path home;
  private JournalsElsewhere elsewhere;

  @BeforeEach
  void prepare() {
    project = folder.resolve("project");
    home = project.resolve("journal");
    elsewhere = new JournalsElsewhere(folder.resolve("user"));
  }

  @Test
  void eachWindowHasAPlaceOfItsOwnAndTheNextOneFindsWhatWasLeft() {
    try (JournalPlace one = elsewhere.take(project);
        JournalPlace two = elsewhere.take(project)) {
      assertThat(two.folder()).isNotEqualTo(one.folder());
      edit(one.folder(), "mine");
    }

    try (JournalPlace again = elsewhere.take(project)) {
      assertThat(recover(again.folder()).history().orElseThrow().text()).isEqualTo("mine");
    }
  }

  @Test
  void editsComeHome() {
    leave("mine");

    assertThat(elsewhere.bringHome(project, home)).isEmpty();

    assertThat(recover(home).history().orElseThrow().text()).isEqualTo("mine");
    try (JournalPlace place = elsewhere.take(project)) {
      assertThat(recover(place.folder()).history()).isEmpty();
    }
  }

  @Test
  void editsOfDatasetsComeHomeBesideThoseOfFlows() {
    try (JournalPlace place = elsewhere.take(project)) {
      edit(Journals.ofDatasets(place.folder()), "mine");
    }

    assertThat(elsewhere.bringHome(project, home)).isEmpty();

    assertThat(recover(home).history()).isEmpty();
    assertThat(recover(Journals.ofDatasets(home)).history().orElseThrow().text()).isEqualTo("mine");
  }

  @Test
  void editsThatMeetOthersStandBesideThem() {
    edit(home, "theirs");
    leave("mine");

    assertThat(elsewhere.bringHome(project, home)).isEmpty();

    Recovered recovered = recover(home);
    assertThat(recovered.history().orElseThrow().text()).isEqualTo("theirs");
    assertThat(recovered.setAside())
        .singleElement()
        .satisfies(edits -> assertThat(edits.text()).isEqualTo("mine"));
  }

  @Test
  void whatAnotherWindowIsWritingStays() {
    try (JournalPlace place = elsewhere.take(project)) {
      edit(place.folder(), "mine");

      assertThat(elsewhere.bringHome(project, home)).isEmpty();

      assertThat(home).doesNotExist();
      assertThat(recover(place.folder()).history().orElseThrow().text()).isEqualTo("mine");
    }
  }

  @Test
  void aPlaceThatCanNotBeMadeIsStillOne() throws Exception {
    Files.createFile(folder.resolve("user"));

    try (JournalPlace place = elsewhere.take(project)) {
      assertThat(place.lock()).isEmpty();
    }
  }

  private void leave(String text) {
    try (JournalPlace place = elsewhere.take(project)) {
      edit(place.folder(), text);
    }
  }

  private static void edit(Path folder, String text) {
    try (var journals = new Journals(folder, InstantSource.system(), _ -> {})) {
      journals.journal(FLOW, "saved").edited("Type", "saved", text);
    }
  }

  private static Recovered recover(Path folder) {
    try (var journals = new Journals(folder, InstantSource.system(), _ -> {})) {
      return journals.recover(FLOW, "saved");
    }
  }
}
