package io.qarion.app.designer.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A part of the window that a feature fills.
 *
 * @param id such as {@code preview}; also the id of its tab
 * @param title as shown, which may say how much there is to see
 */
public record Panel(String id, ObservableValue<String> title, Node content) {}
