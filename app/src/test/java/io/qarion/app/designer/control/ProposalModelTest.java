package io.qarion.app.designer.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalModelTest {

  private static final Proposal JOIN = new Proposal("join", "\"join\"", "", "");
  private static final Proposal SORT = new Proposal("sort", "", "");

  private final ProposalModel model = new ProposalModel();

  @Test
  void theFirstIsChosenAndTheLastIsFollowedByTheFirst() {
    model.ask(new Proposals(0, 0, List.of(JOIN, SORT)));
    assertThat(model.chosen().get()).isZero();
    model.move(1);
    assertThat(model.chosen().get()).isEqualTo(1);
    model.move(1);
    assertThat(model.chosen().get()).isZero();
    model.move(-1);

    assertThat(model.take()).contains(SORT);
    assertThat(model.open().get()).isFalse();
    assertThat(model.take()).isEmpty();
  }

  @Test
  void unaskedItOpensForAWordOnly() {
    model.typed(new Proposals(2, 2, List.of(JOIN)), "x ", 2);
    assertThat(model.open().get()).isFalse();
    model.typed(new Proposals(2, 3, List.of(JOIN)), "x j", 3);
    assertThat(model.open().get()).isTrue();
  }

  @Test
  void whatIsWrittenAlreadyIsNotProposed() {
    model.typed(new Proposals(0, 4, List.of(SORT)), "sort", 4);
    assertThat(model.open().get()).isFalse();
    model.typed(new Proposals(0, 6, List.of(JOIN)), "\"join\"", 6);
    assertThat(model.open().get()).isFalse();
    model.typed(new Proposals(0, 4, List.of(SORT, JOIN)), "sort", 4);
    assertThat(model.open().get()).isTrue();
  }

  @Test
  void itClosesWhenTheCaretLeavesTheWordAndWhenNothingFits() {
    model.ask(new Proposals(4, 5, List.of(JOIN)));
    model.moved(new Proposals(4, 6, List.of(JOIN)));
    assertThat(model.open().get()).isTrue();
    model.moved(new Proposals(9, 9, List.of(JOIN)));
    assertThat(model.open().get()).isFalse();

    model.ask(new Proposals(4, 5, List.of(JOIN)));
    model.typed(Proposals.NONE, "none", 4);
    assertThat(model.open().get()).isFalse();
    assertThat(model.chosen().get()).isEqualTo(-1);
  }
}
