-- Takes or renews the lease of a queue.
--
-- KEYS[1]  lease of the queue (string)
-- ARGV[1]  the caller's lease token
-- ARGV[2]  time to live, ms
-- returns  1 if the caller holds it now, else 0
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
