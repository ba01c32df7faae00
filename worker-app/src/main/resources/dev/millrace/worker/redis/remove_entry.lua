-- Acknowledges an entry and takes it off its stream, both or neither.
--
-- KEYS[1]  task stream of the queue
-- ARGV[1]  the workers' consumer group
-- ARGV[2]  id of the entry
-- returns  1 if it was there, else 0
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return redis.call('XDEL', KEYS[1], ARGV[2])
