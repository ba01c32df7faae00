-- Appends events to a user's stream and publishes them to the nodes.
--
-- KEYS[1]  position of the user (hash epoch, offset, tag, base)
-- KEYS[2]  events of the user (stream)
-- ARGV[1]  epoch to begin if there is none
-- ARGV[2]  tag of these events
-- ARGV[3]  about how many events to keep
-- ARGV[4]  time to live of both keys, ms
-- ARGV[5]  channel to publish on
-- ARGV[6]  user id
-- ARGV[7]  maximum bytes of events to publish; beyond it, only the user id is published
-- ARGV[8…] kind, task id, time in epoch ms, data; for each event
-- returns  the last event's offset

local at = redis.call('HMGET', KEYS[1], 'epoch', 'offset', 'tag')
local epoch, offset, tag = at[1], at[2] or '0', at[3] or '0'
if not epoch then
    redis.call('DEL', KEYS[1], KEYS[2])
    epoch, offset, tag = ARGV[1], '0', '0'
    redis.call('HSET', KEYS[1], 'epoch', epoch, 'base', '0')
end

local last = tonumber(offset)
local bytes = 0
for i = 8, #ARGV, 4 do
    last = last + 1
    bytes = bytes + #ARGV[i + 3]
    redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[3], string.format('%.0f-%s', last, ARGV[2]),
        'kind', ARGV[i], 'task', ARGV[i + 1], 'at', ARGV[i + 2], 'data', ARGV[i + 3])
end
redis.call('HSET', KEYS[1], 'offset', string.format('%.0f', last), 'tag', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])

local message = ARGV[6]
if bytes <= tonumber(ARGV[7]) then
    -- JSON allows this control character in no text, so it separates the parts of any event.
    message = table.concat({message, epoch, offset, tag, ARGV[2], table.concat(ARGV, '\30', 8)}, '\30')
end
redis.call('PUBLISH', ARGV[5], message)
return last
