-- Appends events to a user's stream and wakes the nodes up.
--
-- KEYS[1]  position of the user (hash epoch, offset, tag, base)
-- KEYS[2]  events of the user (stream)
-- ARGV[1]  epoch to begin if there is none
-- ARGV[2]  tag of these events
-- ARGV[3]  about how many events to keep
-- ARGV[4]  time to live of both keys, ms
-- ARGV[5]  channel to publish on
-- ARGV[6]  user id
-- ARGV[7…] kind, task id, time in epoch ms, data; for each event
-- returns  the last event's offset

if redis.call('HEXISTS', KEYS[1], 'epoch') == 0 then
    redis.call('DEL', KEYS[1], KEYS[2])
    redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'base', '0')
end

local count = (#ARGV - 6) / 4
local last = redis.call('HINCRBY', KEYS[1], 'offset', count)
redis.call('HSET', KEYS[1], 'tag', ARGV[2])

local offset = last - count
for i = 7, #ARGV, 4 do
    offset = offset + 1
    redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], string.format('%.0f-%s', offset, ARGV[2]),
        'kind', ARGV[i], 'task', ARGV[i + 1], 'at', ARGV[i + 2], 'data', ARGV[i + 3])
end

redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('PUBLISH', ARGV[5], ARGV[6])
return last
