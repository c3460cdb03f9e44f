package io.qarion.app.designer.edit;

import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.FlowTrash;
import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.TrashedFile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A flow that is there with some texts of another one, and in the trash with others: where the edit
 * that made it is undone it goes, and where that is done again it comes back; or the other way
 * round. To be used in the window's thread.
 */
final class FollowingFlow {

  private final DesignerSession session;
  private final FlowTrash trash;
  private final FlowDocument owner;
  private final FlowId id;
  private final Set<String> with = new HashSet<>();
  private final Set<String> without = new HashSet<>();
  private Optional<TrashedFile> trashed = Optional.empty();
  private boolean moving;

  /**
   * @param owner whose text says whether the flow is there
   * @param id of the flow
   */
  FollowingFlow(DesignerSession session, FlowTrash trash, FlowDocument owner, FlowId id) {
    this.session = session;
    this.trash = trash;
    this.owner = owner;
    this.id = id;
    owner.stored().addListener((_, _, _) -> follow());
  }

  boolean isOf(FlowDocument flow, FlowId other) {
    return owner == flow && id.equals(other);
  }

  /** Says that the flow is there with one text, and not with another. */
  void follows(String textWith, String textWithout) {
    with.add(textWith);
    without.add(textWithout);
    follow();
  }

  /** Says that the flow has just been put into the trash. */
  void isIn(TrashedFile file) {
    trashed = Optional.of(file);
  }

  private void follow() {
    String text = owner.document().text();
    if (moving || !session.flows().contains(owner)) {
      return;
    }
    Optional<FlowDocument> flow =
        session.flows().stream().filter(each -> each.id().equals(id)).findFirst();
    if (flow.isPresent() && without.contains(text)) {
      moving = true;
      trash.put(flow.get(), file -> moved(Optional.of(file)), () -> moving = false);
    } else if (flow.isEmpty() && trashed.isPresent() && with.contains(text)) {
      moving = true;
      trash.takeBack(trashed.get(), _ -> moved(Optional.empty()), () -> moving = false);
    }
  }

  /** The text may have changed again meanwhile. */
  private void moved(Optional<TrashedFile> file) {
    trashed = file;
    moving = false;
    follow();
  }
}
