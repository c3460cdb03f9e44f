package io.qarion.app.designer.shell;

import java.util.function.Consumer;

/**
 * What actions ask of the window as a whole.
 *
 * @param exit closes the window, unless the user thinks better of it
 * @param findAction lets the user find an action by its name
 * @param about shows which program this is
 * @param bring puts a panel on top of those it shares its place with
 */
record WindowRequests(Runnable exit, Runnable findAction, Runnable about, Consumer<String> bring) {}
