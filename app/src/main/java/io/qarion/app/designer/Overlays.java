package io.qarion.app.designer;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.dataset.DatasetModel;
import io.qarion.app.designer.dataset.DatasetView;
import io.qarion.app.designer.edit.CodeRequest;
import io.qarion.app.designer.find.FindPane;
import io.qarion.app.designer.formula.FormulaModel;
import io.qarion.app.designer.formula.FormulaView;
import io.qarion.app.designer.importing.ImportModel;
import io.qarion.app.designer.importing.ImportView;
import io.qarion.app.designer.newflow.NewFlowModel;
import io.qarion.app.designer.newflow.NewFlowView;
import io.qarion.app.designer.rename.RenameModel;
import io.qarion.app.designer.rename.RenameView;
import io.qarion.app.designer.session.DesignerSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What lies over the whole window while it is asked for. */
final class Overlays {

  private final DesignerSession session;
  private final NewFlowView newFlow;
  private final FindPane find;
  private final RenameView rename;
  private final FormulaView formula;
  private final ImportView look;
  private final DatasetView dataset;

  /**
   * @param files those with data, and their folders, relative to the project
   * @param code asks for code to be edited
   */
  Overlays(EditingParts.Around around, ObservableValue<List<String>> files, CodeRequest code) {
    session = around.session();
    newFlow =
        new NewFlowView(
            new NewFlowModel(session, files, around.tasks(), around.ui(), around.messages()),
            around.icons(),
            around.messages());
    find = new FindPane(session, around.icons(), around.messages());
    rename =
        new RenameView(
            new RenameModel(session, around.tasks(), around.ui(), around.messages()),
            around.messages());
    formula =
        new FormulaView(
            new FormulaModel(session, around.tasks(), around.ui(), around.messages()),
            around.messages());
    code.answerBy(formula::open);
    look =
        new ImportView(
            new ImportModel(session, around.tasks(), around.ui(), around.messages()),
            around.messages());
    dataset =
        new DatasetView(
            new DatasetModel(session, around.tasks(), around.ui(), around.messages()),
            around.messages());
  }

  /** Shows the file that the chosen step loads. */
  void lookAtFile() {
    look.open();
  }

  List<Node> nodes() {
    return List.of(newFlow, find, rename, formula, look, dataset);
  }

  List<Action> actions() {
    ObservableValue<Boolean> open = session.project().map(Optional::isPresent);
    ObservableValue<Boolean> shown = session.active().map(Optional::isPresent);
    return Stream.of(
            newFlow.actions(open),
            find.actions(open),
            rename.actions(shown),
            look.actions(),
            dataset.actions(shown))
        .flatMap(List::stream)
        .toList();
  }
}
