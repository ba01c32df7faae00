-- Acknowledges entries and deletes them from their stream, both or neither: an acknowledged entry that is still there
-- would stay for ever, since no reader gets it again.
--
-- KEYS[1]  stream
-- ARGV[1]  consumer group
-- ARGV[2…] ids of the entries
-- returns  number of deleted entries
local gone = 0
for first = 2, #ARGV, 1000 do
  local last = math.min(first + 999, #ARGV)
  redis.call('XACK', KEYS[1], ARGV[1], unpack(ARGV, first, last))
  gone = gone + redis.call('XDEL', KEYS[1], unpack(ARGV, first, last))
end
return gone
