-- Begins a new epoch in a user's stream, so that clients see a gap, and wakes the nodes up.
--
-- KEYS[1]  position of the user (hash epoch, offset, tag, base)
-- KEYS[2]  events of the user (stream)
-- ARGV[1]  the new epoch
-- ARGV[2]  time to live of both keys, ms
-- ARGV[3]  channel to publish on
-- ARGV[4]  user id
-- returns  nothing

local at = redis.call('HMGET', KEYS[1], 'offset', 'tag')
local offset = at[1] or '0'
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'offset', offset, 'tag', at[2] or '0', 'base', offset)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[4])
