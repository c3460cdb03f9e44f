package io.qarion.app.designer.canvas;

/**
 * One line of the quick list.
 *
 * @param icon key of its sign
 * @param help what it is or does, in a sentence
 * @param work done where it is chosen
 */
record QuickChoice(String icon, String title, String help, Runnable work) {}
