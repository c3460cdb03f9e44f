package io.qarion.app.designer;

import io.qarion.app.designer.dialog.Questions;
import io.qarion.app.designer.edit.DataFileChoice;
import io.qarion.app.designer.explorer.FolderDisplay;
import io.qarion.app.designer.transfer.FileChoice;
import io.qarion.app.designer.welcome.FolderChoice;

/**
 * What the window asks of the system around it; tests answer themselves.
 *
 * @param folders asks the user for a folder
 * @param files asks the user for a file to write a flow into, or to read one from
 * @param data asks the user for files with data
 * @param display shows a folder in the file manager
 * @param questions are asked before a project is left
 */
public record Desktop(
    FolderChoice folders,
    FileChoice files,
    DataFileChoice data,
    FolderDisplay display,
    Questions.Maker questions) {}
