package dev.millrace.worker.redis;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisAddress;

/** Opens the client; connects when first used, so Redis may be away at start. */
public final class RedisConnection {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Longer than any blocking read and than the time between two pings of a subscription: then the connection is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    private RedisConnection() {}

    public static UnifiedJedis open(RedisAddress address) {
        JedisClientConfig login = DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .connectionTimeoutMillis((int) TIMEOUT.toMillis())
                .socketTimeoutMillis((int) TIMEOUT.toMillis())
                .blockingSocketTimeoutMillis((int) SILENCE.toMillis())
                .user(address.user())
                .password(address.password())
                .database(address.database())
                .sslOptions(address.tls() ? SslOptions.defaults() : null)
                .clientName("millrace-worker")
                .build();
        Set<HostAndPort> nodes = address.nodes().stream()
                .map(node -> new HostAndPort(node.host(), node.port()))
                .collect(Collectors.toSet());
        return switch (address.kind()) {
            case SINGLE -> RedisClient.builder()
                    .hostAndPort(nodes.iterator().next())
                    .clientConfig(login)
                    .build();
            case SENTINEL -> RedisSentinelClient.builder()
                    .masterName(address.master())
                    .sentinels(nodes)
                    .clientConfig(login)
                    .build();
            case CLUSTER -> RedisClusterClient.builder()
                    .nodes(nodes)
                    .clientConfig(login)
                    .build();
        };
    }
}
