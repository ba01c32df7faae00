package dev.millrace.platform.redis;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

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

import dev.millrace.contract.RedisAddress;

/** Opens the pooled client for the configured Redis. It connects at first use, so Redis may be down before. */
@ApplicationScoped
public class RedisClients {
    /** Longest silence of a blocking read or a subscription: longer than either waits, so the connection is dead. */
    static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    @Produces
    @Singleton
    UnifiedJedis client(RedisSettings settings) {
        return open(settings);
    }

    void close(@Disposes UnifiedJedis client) {
        client.close();
    }

    /** @return a client to be closed by the caller */
    public static UnifiedJedis open(RedisSettings settings) {
        RedisAddress address = settings.address();
        JedisClientConfig login = login(settings);
        return switch (address.kind()) {
            case SINGLE -> pooled(
                            RedisClient.builder()
                                    .hostAndPort(nodes(address).iterator().next()),
                            settings)
                    .clientConfig(login)
                    .build();
            case SENTINEL -> pooled(
                            RedisSentinelClient.builder()
                                    .masterName(address.master())
                                    .sentinels(nodes(address)),
                            settings)
                    .clientConfig(login)
                    .build();
            case CLUSTER -> pooled(RedisClusterClient.builder().nodes(nodes(address)), settings)
                    .clientConfig(login)
                    .build();
        };
    }

    private static <B extends AbstractClientBuilder<B, C>, C> B pooled(B builder, RedisSettings settings) {
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(settings.connections());
        pool.setMaxIdle(settings.connections());
        pool.setMaxWait(settings.timeout());
        pool.setTestWhileIdle(true);
        pool.setMinEvictableIdleDuration(Duration.ofMinutes(1));
        pool.setTimeBetweenEvictionRuns(Duration.ofSeconds(30));
        return builder.poolConfig(pool);
    }

    private static JedisClientConfig login(RedisSettings settings) {
        RedisAddress address = settings.address();
        int millis = Math.toIntExact(settings.timeout().toMillis());
        return DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .blockingSocketTimeoutMillis(Math.toIntExact(READ_TIMEOUT.toMillis()))
                .user(address.user())
                .password(address.password())
                .database(address.database())
                .sslOptions(address.tls() ? SslOptions.defaults() : null)
                .clientName("millrace-server")
                .build();
    }

    private static Set<HostAndPort> nodes(RedisAddress address) {
        return address.nodes().stream()
                .map(node -> new HostAndPort(node.host(), node.port()))
                .collect(Collectors.toSet());
    }
}
