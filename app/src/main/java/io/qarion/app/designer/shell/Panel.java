package io.qarion.app.designer.shell;

import javafx.scene.Node;

/**
 * A part of the window that a feature fills.
 *
 * @param id such as {@code preview}; also the id of its tab
 * @param title as shown
 */
public record Panel(String id, String title, Node content) {}
