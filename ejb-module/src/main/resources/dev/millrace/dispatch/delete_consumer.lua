-- Deletes a consumer without pending entries.
--
-- KEYS[1]  task stream of the queue
-- ARGV[1]  the workers' consumer group
-- ARGV[2]  the consumer
-- returns  1 if it was deleted, 0 if it still holds entries
if #redis.call('XPENDING', KEYS[1], ARGV[1], '-', '+', 1, ARGV[2]) > 0 then
  return 0
end
redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], ARGV[2])
return 1
