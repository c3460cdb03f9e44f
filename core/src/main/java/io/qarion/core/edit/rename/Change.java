package io.qarion.core.edit.rename;

/**
 * One place where a name changes.
 *
 * @param file as the project names it
 * @param place the element in that file, such as {@code tasks[2].rules[0].condition}
 * @param before what stands there; empty if nothing does
 * @param after what will stand there; empty if nothing will
 * @param toCheck whether somebody should look at it, as at a statement that nobody here understands
 */
public record Change(String file, String place, String before, String after, boolean toCheck) {}
