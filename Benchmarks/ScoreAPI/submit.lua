-- wrk sends submissions that were prepared: -- ACTIONS FIRST COUNT PAUSE
--
-- ACTIONS: a file with lines `token of a user, body`, each to be sent once. FIRST, COUNT: those of this run. PAUSE: the
-- mean seconds that a connection waits between two of them, at random; 0: none.
local lines, n, pause = {}, 0, 0

function init(arguments)
  n = tonumber(arguments[2])
  local last = n + tonumber(arguments[3])
  pause = tonumber(arguments[4])
  local number = 0
  for line in io.lines(arguments[1]) do
    number = number + 1
    if number > last then break end
    if number > n then lines[number] = line end
  end
  math.randomseed(n + 1)
  if pause > 0 then
    delay = function() return -math.log(1 - math.random()) * pause * 1000 end
  end
end

function request()
  n = n + 1
  local token, body = lines[n]:match("^(%S+) (.*)$")
  return wrk.format("POST", "/api/v1/score/update",
    {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json"}, body)
end
