package io.qarion.app.designer.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalsTest {

  private static final String FLOW = "flows/orders.toml";
  private static final String INSERTED = "\"inserted\":\"";
  private static final Instant TIME = Instant.parse("2026-05-04T10:11:12Z");

  @TempDir private Path folder;
  private final BlockingQueue<Problem> warnings = new LinkedBlockingQueue<>();

  @Test
  void whatIsCutOffAtAnyByteLeadsToAnEarlierStateOfTheSameEditing() throws IOException {
    var editing = new RandomEditing(11);
    try (Journals journals = journals()) {
      editing.go(journals.journal(FLOW, editing.first()), 60);
    }
    byte[] whole = Files.readAllBytes(file("orders.jsonl"));

    int reached = 0;
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file("orders.jsonl"), Arrays.copyOf(whole, length));
      JournalFile.Reading reading = JournalFile.read(file("orders.jsonl"));
      assertThat(reading.brokenLine()).isEmpty();
      Optional<EditHistory> history =
          JournalReplay.of(reading.records(), editing.first()).map(JournalReplay.Outcome::history);
      if (history.isEmpty()) {
        assertThat(reached).isZero();
        continue;
      }
      reached = editing.assertReachedAt(reached, history.get());
    }
    assertThat(reached).isEqualTo(editing.states() - 1);
  }

  @Test
  void editingGoesOnWhereItWasCutOff() throws IOException {
    var editing = new RandomEditing(5);
    for (int restart = 0; restart < 20; restart++) {
      try (Journals journals = journals()) {
        Recovered known = journals.recover(FLOW, editing.first());
        assertThat(known.problems()).isEmpty();
        known.history().ifPresent(editing::assertIsNow);
        editing.go(journals.journal(FLOW, editing.first()), 15);
      }
    }
    assertThat(recover(editing.first()).history()).hasValueSatisfying(editing::assertIsNow);
  }

  @Test
  void undoGoesOnAfterSavingAndRestarting() throws IOException {
    try (Journals journals = journals()) {
      FlowJournal journal = journals.journal(FLOW, "a");
      journal.edited("one", "a", "ab");
      journal.fileSeen("ab");
    }

    EditHistory history = recover("ab").history().orElseThrow();

    assertThat(history.isUnsaved()).isFalse();
    assertThat(history.done())
        .containsExactly(new EditHistory.Edit(TIME, "one", new TextChange(1, "", "b")));
    assertThat(recover("somebody else's")).isEqualTo(nothing());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSavingThatTheJournalDidNotLearnOfIsNobodyElses() throws IOException {
    try (Journals journals = journals()) {
      FlowJournal journal = journals.journal(FLOW, "a");
      journal.edited("one", "a", "ab");
      journal.edited("two", "ab", "abc");
    }

    EditHistory history = recover("ab").history().orElseThrow();

    assertThat(history.text()).isEqualTo("abc");
    assertThat(history.isUnsaved()).isTrue();
    assertThat(recover("a").setAside()).extracting(SetAside::text).containsExactly("abc");
  }

  @Test
  void editsOfAFileThatSomebodyElseChangedWaitForAnAnswer() throws IOException {
    for (String mine : List.of("mine", "mine too")) {
      try (Journals journals = journals()) {
        journals.recover(FLOW, "a");
        journals.journal(FLOW, "a").edited("one", "a", mine);
      }
      assertThat(recover("theirs").history()).isEmpty();
    }

    List<SetAside> waiting = recover("theirs").setAside();

    assertThat(waiting).extracting(SetAside::text).containsExactly("mine", "mine too");
    assertThat(waiting).extracting(SetAside::at).containsOnly(TIME);
    try (Journals journals = journals()) {
      journals.forget(waiting.getFirst());
    }
    assertThat(recover("theirs").setAside()).extracting(SetAside::text).containsExactly("mine too");
  }

  @Test
  void aBrokenJournalIsPutAsideInWords() throws IOException {
    try (Journals journals = journals()) {
      FlowJournal journal = journals.journal(FLOW, "a");
      journal.edited("one", "a", "ab");
      journal.edited("two", "ab", "ac");
    }
    String good = Files.readString(file("orders.jsonl"));
    for (String bad :
        List.of(good.replace(INSERTED + "b", INSERTED + "x"), "nonsense\n" + good, good + "{}\n")) {
      Files.writeString(file("orders.jsonl"), bad);

      Recovered known = recover("a");

      assertThat(known.history()).isEmpty();
      assertThat(known.problems().getFirst().message()).contains(FLOW).contains("damaged");
      assertThat(file("orders.jsonl")).doesNotExist();
    }
    assertThat(file("orders.broken-3.aside")).hasContent(good + "{}\n");
  }

  @Test
  void onlyTheNewestEditsStayWhenAFlowIsOpened() throws IOException {
    int edits = Journals.KEPT_EDITS + 300;
    try (Journals journals = journals()) {
      FlowJournal journal = journals.journal(FLOW, "0");
      for (int number = 0; number < edits; number++) {
        journal.edited("to " + (number + 1), "" + number, "" + (number + 1));
      }
    }

    EditHistory history = recover("0").history().orElseThrow();

    assertThat(history.text()).isEqualTo("" + edits);
    assertThat(history.first()).isEqualTo("300");
    assertThat(history.done()).hasSize(Journals.KEPT_EDITS);
    assertThat(Files.readAllLines(file("orders.jsonl"))).hasSize(Journals.KEPT_EDITS + 1);
    assertThat(recover("0").history()).contains(history);
  }

  @Test
  void onlyAsMuchTextStaysAsIsSensible() {
    EditHistory.Edit large =
        new EditHistory.Edit(TIME, "large", new TextChange(0, "", "x".repeat(1_000)));
    var history =
        new EditHistory("", List.of(large, large, large), List.of(), "x".repeat(3_000), "", TIME);

    EditHistory capped = history.capped(100, 2_500);

    assertThat(capped.done()).containsExactly(large, large);
    assertThat(capped.first()).isEqualTo("x".repeat(1_000));
  }

  @Test
  void whereNothingCanBeWrittenAWarningSaysSoOnceAndSavingMendsIt() throws Exception {
    Path blocked = Files.writeString(file("blocked"), "no folder");
    try (Journals journals = new Journals(blocked, InstantSource.fixed(TIME), warnings::add)) {
      FlowJournal journal = journals.journal(FLOW, "a");
      journal.edited("one", "a", "ab");
      journal.edited("two", "ab", "abc");
      assertThat(warnings.take().message()).startsWith("Edits can't be kept");
      Files.delete(blocked);
      journal.fileSeen("abc");
      journal.edited("three", "abc", "abcd");
    }

    assertThat(warnings).isEmpty();
    try (Journals journals = new Journals(blocked, InstantSource.fixed(TIME), warnings::add)) {
      EditHistory history = journals.recover(FLOW, "abc").history().orElseThrow();
      assertThat(history.text()).isEqualTo("abcd");
      assertThat(history.first()).isEqualTo("abc");
    }
  }

  @Test
  void aProjectThatNobodyEditsGetsNoFolder() throws IOException {
    Path none = folder.resolve("none");
    try (Journals journals = new Journals(none, InstantSource.system(), warnings::add)) {
      assertThat(journals.recover(FLOW, "a")).isEqualTo(nothing());
      journals.journal(FLOW, "a").fileSeen("b");
    }
    assertThat(none).doesNotExist();
  }

  private Journals journals() {
    return new Journals(folder, InstantSource.fixed(TIME), warnings::add);
  }

  private Recovered recover(String fileText) {
    try (Journals journals = journals()) {
      return journals.recover(FLOW, fileText);
    }
  }

  private static Recovered nothing() {
    return new Recovered(Optional.empty(), List.of(), List.of());
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
