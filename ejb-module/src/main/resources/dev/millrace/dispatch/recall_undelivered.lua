-- Recalls the entries that no worker has read.
--
-- KEYS[1]  task stream of the queue
-- ARGV[1]  the workers' consumer group
-- ARGV[2]  most entries to take
-- returns  task id and claim number of each entry taken, one after the other; unreadable entries stay
local groups = redis.pcall('XINFO', 'GROUPS', KEYS[1])
if groups.err then
  return {}
end
local read = '0-0'
for _, group in ipairs(groups) do
  local of = {}
  for i = 1, #group, 2 do
    of[group[i]] = group[i + 1]
  end
  if of['name'] == ARGV[1] then
    read = of['last-delivered-id']
  end
end
local taken = {}
for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '(' .. read, '+', 'COUNT', ARGV[2])) do
  local field = {}
  for i = 1, #entry[2], 2 do
    field[entry[2][i]] = entry[2][i + 1]
  end
  if field['task'] and field['claim'] then
    redis.call('XDEL', KEYS[1], entry[1])
    taken[#taken + 1] = field['task']
    taken[#taken + 1] = field['claim']
  end
end
return taken
