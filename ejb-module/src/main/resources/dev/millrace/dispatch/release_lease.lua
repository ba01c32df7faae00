-- Gives up the lease of a queue, so that another node need not wait for its end.
--
-- KEYS[1]  lease of the queue (string)
-- ARGV[1]  the caller's lease token
-- returns  1 if the caller held it, else 0
if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
