package dev.millrace.push;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

import dev.millrace.account.TokensRevoked;
import dev.millrace.contract.RedisNames;
import dev.millrace.platform.node.NodeLog;

/** Publishes revocations to all nodes, and fires them on this one even while Redis is unavailable. */
@ApplicationScoped
public class PublishRevocations {
    private static final Logger LOG = NodeLog.of(PublishRevocations.class);

    private UnifiedJedis redis;
    private Event<RevocationReceived> revocation;

    /** For the container. */
    protected PublishRevocations() {}

    @Inject
    PublishRevocations(UnifiedJedis redis, Event<RevocationReceived> revocation) {
        this.redis = redis;
        this.revocation = revocation;
    }

    void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokensRevoked revoked) {
        revocation.fire(new RevocationReceived(revoked.sid()));
        try {
            redis.publish(RedisNames.REVOCATIONS, revoked.sid().toString());
        } catch (JedisException e) {
            LOG.log(
                    Level.WARNING,
                    "Failed to publish a revocation; its connections on other nodes stay until their tokens expire: {0}",
                    e.toString());
        }
    }
}
