-- Acknowledges entries and takes them off their stream, both or neither: an entry that is acknowledged and still there
-- would stay for ever, as nobody is given it again.
--
-- KEYS[1]  stream
-- ARGV[1]  consumer group
-- ARGV[2…] ids of the entries
-- returns  how many were taken off
local gone = 0
for first = 2, #ARGV, 1000 do
  local last = math.min(first + 999, #ARGV)
  redis.call('XACK', KEYS[1], ARGV[1], unpack(ARGV, first, last))
  gone = gone + redis.call('XDEL', KEYS[1], unpack(ARGV, first, last))
end
return gone
