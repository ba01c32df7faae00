-- Reads a user's events after a position, or reports a gap after it.
--
-- KEYS[1]  position of the user (hash epoch, offset, tag, base)
-- KEYS[2]  events of the user (stream)
-- ARGV[1]  epoch to begin if there is none, or if history was rewritten
-- ARGV[2]  time to live of both keys, ms
-- ARGV[3]  maximum number of events
-- ARGV[4]  epoch of the position to follow up; empty = only read the stream's present position
-- ARGV[5]  offset of that position
-- ARGV[6]  tag of that position
-- returns  {recovered 1 or 0, epoch, offset, tag, entries}: the stream's present position, and the entries as XRANGE returns them

local at = redis.call('HMGET', KEYS[1], 'epoch', 'offset', 'tag', 'base')
local epoch, offset, tag, base = at[1], at[2] or '0', at[3] or '0', at[4] or '0'

local function begin_epoch()
    redis.call('DEL', KEYS[2])
    epoch, base = ARGV[1], offset
    redis.call('HSET', KEYS[1], 'epoch', epoch, 'offset', offset, 'tag', tag, 'base', base)
end

local function answer(recovered, entries)
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
    redis.call('PEXPIRE', KEYS[2], ARGV[2])
    return {recovered, epoch, offset, tag, entries}
end

if not epoch then
    offset, tag = '0', '0'
    begin_epoch()
end
if ARGV[4] == '' then
    return answer(1, {})
end
if ARGV[4] ~= epoch then
    return answer(0, {})
end
if ARGV[5] == offset and ARGV[6] == tag then
    return answer(1, {})
end

local ahead = tonumber(ARGV[5]) >= tonumber(offset)
local same = redis.call('XRANGE', KEYS[2], ARGV[5], ARGV[5], 'COUNT', 1)
local id = ARGV[5] .. '-' .. ARGV[6]
if ahead or (same[1] and same[1][1] ~= id) then
    -- Redis has gone back to an older state and on from there: no position of this epoch can be relied upon.
    begin_epoch()
    return answer(0, {})
end

if same[1] or ARGV[5] == base then
    local entries = redis.call('XRANGE', KEYS[2], '(' .. id, '+', 'COUNT', ARGV[3])
    local next = string.format('%.0f-', tonumber(ARGV[5]) + 1)
    if entries[1] and string.sub(entries[1][1], 1, #next) == next then
        return answer(1, entries)
    end
end
return answer(0, {})
