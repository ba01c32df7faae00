package dev.millrace.dispatch;

/**
 * Fired on a node when a queue may have work or room.
 *
 * @param queue its name
 */
public record QueueWoken(String queue) {}
