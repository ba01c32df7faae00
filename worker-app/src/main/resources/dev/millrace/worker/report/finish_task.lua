-- Reports how a task ended and takes it off its queue's stream, both or neither.
--
-- KEYS[1]  task stream of the queue
-- KEYS[2]  results stream of the queue
-- ARGV[1]  the workers' consumer group
-- ARGV[2]  id of the task's entry
-- ARGV[3…] fields and values of the report
-- returns  id of the report's entry
local id = redis.call('XADD', KEYS[2], '*', unpack(ARGV, 3))
redis.pcall('XACK', KEYS[1], ARGV[1], ARGV[2])
redis.call('XDEL', KEYS[1], ARGV[2])
return id
