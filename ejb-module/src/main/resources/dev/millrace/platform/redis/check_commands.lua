-- Runs once, on keys of its own, every command that Millrace needs.
-- KEYS: a stream, a hash, a sorted set, an existing string. ARGV: a channel, time to live in ms.
-- Returns the first rejected command and its error; nothing if all succeeded.
local stream, hash, set, text = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local steps = {
    {'DEL', stream, hash, set},
    {'XGROUP', 'CREATE', stream, 'probe', '0', 'MKSTREAM'},
    {'XADD', stream, 'MAXLEN', '~', '10', '1-1', 'probe', '1'},
    {'XREADGROUP', 'GROUP', 'probe', 'probe', 'COUNT', '1', 'STREAMS', stream, '>'},
    {'XPENDING', stream, 'probe'},
    {'XAUTOCLAIM', stream, 'probe', 'probe', '0', '0', 'COUNT', '1'},
    {'XINFO', 'GROUPS', stream},
    {'XLEN', stream},
    {'XRANGE', stream, '-', '+', 'COUNT', '1'},
    {'XREVRANGE', stream, '+', '-', 'COUNT', '1'},
    {'XACK', stream, 'probe', '1-1'},
    {'XDEL', stream, '1-1'},
    {'XGROUP', 'DELCONSUMER', stream, 'probe', 'probe'},
    {'HSET', hash, 'probe', '1'},
    {'HMGET', hash, 'probe'},
    {'ZADD', set, '1', 'probe'},
    {'ZSCORE', set, 'probe'},
    {'ZRANGE', set, '0', '-1'},
    {'ZREM', set, 'probe'},
    {'GET', text},
    {'EXISTS', text},
    {'PEXPIRE', text, ARGV[2]},
    {'GETDEL', text},
    {'PUBLISH', ARGV[1], ''},
    {'DEL', stream, hash, set},
}
for _, step in ipairs(steps) do
    local reply = redis.pcall(unpack(step))
    if type(reply) == 'table' and reply.err then
        return {step[1], reply.err}
    end
end
return {}
