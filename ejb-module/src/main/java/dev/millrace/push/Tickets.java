package dev.millrace.push;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

import dev.millrace.contract.RedisNames;

/** One-time tickets with which a browser opens a WebSocket, since it cannot send a token along. */
@ApplicationScoped
public class Tickets {
    /** How long a ticket is valid. */
    public static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

    private static final int BYTES = 32;
    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private UnifiedJedis redis;

    /** For the container. */
    protected Tickets() {}

    @Inject
    public Tickets(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * @return a new ticket, URL-safe
     * @throws PushUnavailable if Redis is unavailable
     */
    public String issue(ConnectionIdentity identity) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            redis.set(
                    RedisNames.ticket(ticket),
                    identity.toText(),
                    SetParams.setParams().ex(TIME_TO_LIVE.toSeconds()));
        } catch (JedisException e) {
            throw new PushUnavailable(e);
        }
        return ticket;
    }

    /**
     * Uses a ticket up.
     *
     * @return empty if it is invalid, used or expired
     * @throws PushUnavailable if Redis is unavailable
     */
    public Optional<ConnectionIdentity> redeem(String ticket) {
        if (ticket == null || !TICKET.matcher(ticket).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(redis.getDel(RedisNames.ticket(ticket))).map(ConnectionIdentity::parse);
        } catch (JedisException e) {
            throw new PushUnavailable(e);
        }
    }
}
