package io.qarion.core.flow;

/**
 * What starts a flow.
 *
 * @param type {@code cli}, {@code schedule}, {@code sensor} or {@code flow}
 */
public record Trigger(
    String id, String type, boolean enabled, String description, Settings settings) {}
