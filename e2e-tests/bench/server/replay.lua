-- Sends the requests of a file in an order of chance; prints what came of them as one line of JSON.
-- wrk … URL -- FILE MILLIS: FILE returns a list of whole requests; MILLIS is how long a connection rests between
-- two of them on average, 0 for not at all.

local count = 0

function setup(thread)
  count = count + 1
  thread:set('number', count)
end

function init(args)
  local all = dofile(args[1])
  local rest = tonumber(args[2])
  math.randomseed(number * 7919)
  request = function()
    return all[math.random(#all)]
  end
  if rest > 0 then
    delay = function()
      return math.random(math.floor(rest / 2), math.floor(rest * 3 / 2))
    end
  end
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '\n{"micros":%d,"requests":%d,"bytes":%d,"errors":{"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d},' ..
      '"p50":%d,"p90":%d,"p99":%d,"max":%d}\n',
    summary.duration, summary.requests, summary.bytes, e.connect, e.read, e.write, e.status, e.timeout,
    latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max))
end
