package io.qarion.app.designer.dataset;

import io.qarion.app.designer.form.EntryForms;

/**
 * A quality check as the editor shows it.
 *
 * @param title its name, or else what it does
 * @param problem what is wrong with it as a whole; empty if nothing is
 */
record ShownCheck(int index, String title, EntryForms.Entry entry, String problem) {}
