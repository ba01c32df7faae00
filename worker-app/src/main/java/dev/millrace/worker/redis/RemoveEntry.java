package dev.millrace.worker.redis;

import java.util.List;

import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;

/** Acknowledges an entry of a queue's task stream and takes it off, both or neither. */
public final class RemoveEntry {
    private static final LuaScript SCRIPT = LuaScript.beside(RemoveEntry.class, "remove_entry.lua");

    private RemoveEntry() {}

    /** @param entry its id; nothing happens if there is none of it */
    public static void from(UnifiedJedis redis, String queue, String entry) {
        redis.eval(SCRIPT.text(), List.of(RedisNames.tasks(queue)), List.of(RedisNames.WORKER_GROUP, entry));
    }
}
