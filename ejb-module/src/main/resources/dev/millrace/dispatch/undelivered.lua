-- Counts the entries that no worker has read.
--
-- KEYS[1]  task stream of the queue
-- ARGV[1]  the workers' consumer group
-- returns  entries of the stream that are not pending in the group
local length = redis.call('XLEN', KEYS[1])
local pending = redis.pcall('XPENDING', KEYS[1], ARGV[1])
if pending.err then
  return length
end
return length - pending[1]
