package io.qarion.app.designer.control;

import javafx.scene.layout.Region;

/** A thin line of which a part is filled. */
public final class ShareBar extends Region {

  private static final double LEAST = 2;

  private final Region filled = new Region();
  private double share;

  /**
   * @param share that is filled, from 0 to 1
   */
  public ShareBar(double share) {
    this.share = share;
    getStyleClass().add("share-bar");
    filled.getStyleClass().add("filled");
    getChildren().add(filled);
  }

  /** Shows another share. */
  public void show(double newShare) {
    share = newShare;
    requestLayout();
  }

  /** Even the smallest share can be seen. */
  @Override
  protected void layoutChildren() {
    double width = share <= 0 ? 0 : Math.max(LEAST, Math.rint(getWidth() * share));
    filled.resizeRelocate(0, 0, Math.min(width, getWidth()), getHeight());
  }
}
