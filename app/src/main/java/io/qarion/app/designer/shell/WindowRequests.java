package io.qarion.app.designer.shell;

/**
 * What actions ask of the window as a whole.
 *
 * @param exit closes the window, unless the user thinks better of it
 * @param findAction lets the user find an action by its name
 * @param about shows which program this is
 */
record WindowRequests(Runnable exit, Runnable findAction, Runnable about) {}
