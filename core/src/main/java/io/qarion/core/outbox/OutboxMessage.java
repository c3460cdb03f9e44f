package io.qarion.core.outbox;

/**
 * An event on its way to whoever listens.
 *
 * @param id the same however often it is delivered
 * @param topic what listeners choose by
 * @param key of what it is about; messages of a topic and key keep their order
 * @param type what happened
 * @param payload usually JSON
 */
public record OutboxMessage(String id, String topic, String key, String type, String payload) {}
