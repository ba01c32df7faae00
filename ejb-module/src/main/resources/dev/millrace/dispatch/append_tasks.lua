-- Appends dispatches to a queue's task stream if the caller still leads the queue.
--
-- KEYS[1]  lease of the queue (string)
-- KEYS[2]  task stream of the queue
-- ARGV[1]  the caller's lease token
-- ARGV[2…] for each entry: the number n of its fields and values, then those n strings
-- returns  the number of entries appended, or -1 if the caller does not lead (then nothing is appended)
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return -1
end
local appended = 0
local i = 2
while i <= #ARGV do
  local n = tonumber(ARGV[i])
  redis.call('XADD', KEYS[2], '*', unpack(ARGV, i + 1, i + n))
  i = i + n + 1
  appended = appended + 1
end
return appended
