package dev.millrace.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** One Lua script of this jar. Sent by its digest; in full only when Redis does not know it (yet, or any more). */
public final class LuaScript {
    /** Keys and arguments of one run. */
    public record Call(List<String> keys, List<String> arguments) {}

    private final String source;
    private final String digest;

    private LuaScript(String source) {
        this.source = source;
        this.digest = sha1(source);
    }

    /**
     * Loads {@code name} from the package of a class.
     *
     * @throws IllegalArgumentException if there is no such resource
     */
    public static LuaScript load(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no script " + name + " beside " + owner.getName());
            }
            return new LuaScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the script's reply as Jedis gives it */
    public Object run(UnifiedJedis redis, List<String> keys, List<String> arguments) {
        try {
            return redis.evalsha(digest, keys, arguments);
        } catch (JedisNoScriptException e) {
            return redis.eval(source, keys, arguments);
        }
    }

    /**
     * Runs it once for each call, all sent in one go. Calls on the same keys run in the order given.
     *
     * @return the replies, in the order of the calls
     */
    public List<Object> runAll(UnifiedJedis redis, List<Call> calls) {
        List<Response<Object>> responses = new ArrayList<>(calls.size());
        try (AbstractPipeline pipeline = redis.pipelined()) {
            calls.forEach(call -> responses.add(pipeline.evalsha(digest, call.keys(), call.arguments())));
            pipeline.sync();
        }
        List<Object> replies = new ArrayList<>(calls.size());
        for (Call call : calls) {
            replies.add(reply(redis, call, responses.get(replies.size())));
        }
        return replies;
    }

    /**
     * Adds one run to a pipeline.
     *
     * @param withSource whether to send the script in full, so that Redis knows it for the runs behind this one
     */
    public Response<Object> queue(
            AbstractPipeline pipeline, List<String> keys, List<String> arguments, boolean withSource) {
        return withSource ? pipeline.eval(source, keys, arguments) : pipeline.evalsha(digest, keys, arguments);
    }

    private Object reply(UnifiedJedis redis, Call call, Response<Object> response) {
        try {
            return response.get();
        } catch (JedisNoScriptException e) {
            return redis.eval(source, call.keys(), call.arguments());
        }
    }

    private static String sha1(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
