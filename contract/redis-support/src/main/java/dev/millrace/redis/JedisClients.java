package dev.millrace.redis;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.builders.AbstractClientBuilder;

/** Opens pooled clients of a single server, Sentinel or Cluster. */
public final class JedisClients {
    private JedisClients() {}

    /**
     * Opens a client, which the caller closes. For a single server it connects at its first use; for Sentinel and Cluster it
     * connects at once.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if Sentinel or Cluster cannot be reached
     */
    public static UnifiedJedis open(RedisAddress address, ClientOptions options) {
        JedisClientConfig config = config(address, options);
        Set<HostAndPort> nodes = address.nodes().stream()
                .map(node -> new HostAndPort(node.host(), node.port()))
                .collect(Collectors.toSet());
        return switch (address.kind()) {
            case SINGLE -> pooled(
                            RedisClient.builder().hostAndPort(nodes.iterator().next()), options)
                    .clientConfig(config)
                    .build();
            case SENTINEL -> pooled(
                            RedisSentinelClient.builder()
                                    .masterName(address.master())
                                    .sentinels(nodes),
                            options)
                    .clientConfig(config)
                    .build();
            case CLUSTER -> pooled(RedisClusterClient.builder().nodes(nodes), options)
                    .clientConfig(config)
                    .build();
        };
    }

    private static JedisClientConfig config(RedisAddress address, ClientOptions options) {
        int timeout = Math.toIntExact(options.timeout().toMillis());
        return DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .connectionTimeoutMillis(timeout)
                .socketTimeoutMillis(timeout)
                .blockingSocketTimeoutMillis(
                        Math.toIntExact(options.readTimeout().toMillis()))
                .user(address.user())
                .password(address.password())
                .database(address.database())
                .sslOptions(address.tls() ? SslOptions.defaults() : null)
                .clientName(options.clientName())
                .build();
    }

    private static <B extends AbstractClientBuilder<B, C>, C> B pooled(B builder, ClientOptions options) {
        if (options.connections() == null) {
            return builder;
        }
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(options.connections());
        pool.setMaxIdle(options.connections());
        pool.setMaxWait(options.timeout());
        pool.setTestWhileIdle(true);
        pool.setMinEvictableIdleDuration(Duration.ofMinutes(1));
        pool.setTimeBetweenEvictionRuns(Duration.ofSeconds(30));
        return builder.poolConfig(pool);
    }
}
