package dev.millrace.redis;

import java.time.Duration;

/**
 * Properties of a Redis client.
 *
 * @param clientName shown by {@code CLIENT LIST}
 * @param timeout of connecting and of a command
 * @param readTimeout of blocking reads and subscriptions; longer than any of them waits
 * @param connections most connections of the pool; null = the client's default pool
 */
public record ClientOptions(String clientName, Duration timeout, Duration readTimeout, Integer connections) {}
