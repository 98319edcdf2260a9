# Sourced by deployment/start after lib.sh: makes Java's cache of loaded and linked classes (AOT cache,
# JDK 25), with which the program starts in about half the time.
# shellcheck shell=bash disable=SC2153

AOT_MARK="$OKENKO_BUILD/.aot-made-with"

# Asks the server on port $1 for path $2 and prints the status and the body; no when it does not
# answer. With a third argument, JSON, it is a POST, and a fourth is the token of a conversation. The
# body is read by its length, since a server may leave the connection open.
ask() {
  local method=GET extra='' line length=0
  if [[ -n "${3:-}" ]]; then
    method=POST
    extra=$'Content-Type: application/json\r\nContent-Length: '"${#3}"$'\r\n'
  fi
  [[ -z "${4:-}" ]] || extra+=$'Authorization: Bearer '"$4"$'\r\n'
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf '%s %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n%s\r\n%s' \
      "$method" "$2" "$1" "$extra" "${3:-}" >&3
    while IFS= read -r -t 10 line <&3 && line="${line%$'\r'}" && [[ -n "$line" ]]; do
      case "$line" in
        HTTP/*) printf '%s\n' "$line" ;;
        [Cc]ontent-[Ll]ength:*) length="${line#*: }" ;;
      esac
    done
    head -c "$length" <&3
  ) 2>/dev/null
}

# What process $1 has worked so far, in any unit: it works on while this grows.
work_of() {
  cut -d ' ' -f 14,15 "/proc/$1/stat" 2>/dev/null || ps -o time= -p "$1" 2>/dev/null || true
}

# Waits until the server with process id $1 on port $2 answers path $3 with 200 (and JSON $4, when it is a
# POST). A slow machine is waited for: it gives up when the process ended, did nothing for a minute, or
# took a quarter of an hour.
await_answer() {
  local worked='' now idle=$((SECONDS + 60)) deadline=$((SECONDS + 900))
  until [[ "$(ask "$2" "$3" "${4:-}")" == 'HTTP/1.1 200 '* ]]; do
    now="$(work_of "$1")"
    if [[ "$now" != "$worked" ]]; then
      worked="$now"
      idle=$((SECONDS + 60))
    fi
    if ! kill -0 "$1" 2>/dev/null || ((SECONDS >= idle || SECONDS >= deadline)); then
      return 1
    fi
    sleep 0.2
  done
}

# Waits until process $1 has ended, five minutes at most: another process of its own writes the cache.
await_end() {
  local deadline=$((SECONDS + 300))
  while kill -0 "$1" 2>/dev/null; do
    ((SECONDS < deadline)) || return 1
    sleep 0.2
  done
}

# Does with the server on port $1 what a first visitor does.
rehearse() {
  local path token
  for path in / /console/ /api/office '/api/answer?q=kolik+stoji+nova+obcanka' \
    '/api/answer?q=jak+p%C5%99ihl%C3%A1s%C3%ADm+psa&lang=cs' /metrics; do
    ask "$1" "$path" >/dev/null
  done
  token="$(ask "$1" /api/chat '{"language":"cs"}' | sed -n 's/.*"token":"\([^"]*\)".*/\1/p')"
  ask "$1" /api/chat/messages '{"clientId":"1","text":"kolik stoji novy pas"}' "$token" >/dev/null
  sleep 1 # the answer is written after the acknowledgement
}

# Runs the program once on an empty data folder, with the questions a first visitor asks, and keeps
# the classes it loaded and linked. Java writes the cache when it is told to stop.
make_aot_cache() {
  local folder="$1" port=$((20000 + RANDOM % 20000)) ready=no
  (
    settle_paths
    java_command
    export OKENKO_PORT="$port" OKENKO_DATA_DIR="$folder/data"
    cd "$OKENKO_ROOT" || exit 1
    exec "${JAVA_COMMAND[0]}" "-XX:AOTCacheOutput=$folder/okenko.aot" "${JAVA_COMMAND[@]:1}" serve
  ) >"$folder/log" 2>&1 &
  TRAINING=$!
  if await_answer "$TRAINING" "$port" /health/ready; then
    ready=yes
    rehearse "$port" || true
  elif ! kill -0 "$TRAINING" 2>/dev/null; then
    rm -f "$AOT_MARK" # it ended by itself: the next start may have better settings
  fi
  kill -TERM "$TRAINING" 2>/dev/null || true
  await_end "$TRAINING" || kill -KILL "$TRAINING" 2>/dev/null || true
  [[ $ready == yes && -s "$folder/okenko.aot" ]] && mv "$folder/okenko.aot" "$OKENKO_AOT_CACHE"
}

# Once per build and JDK. Whatever goes wrong here, the program starts without the cache.
ensure_aot_cache() {
  if [[ "${OKENKO_AOT:-on}" == off ]] || aot_cache_was_tried; then
    return 0
  fi
  printf '%s\n' "$OKENKO_JDK" >"$AOT_MARK" || return 0
  rm -f "$OKENKO_AOT_CACHE"
  say "preparing a faster start, once per build …"
  FOLDER="$(mktemp -d)" || return 0
  trap 'kill -KILL "${TRAINING:-}" 2>/dev/null || true; rm -rf "$FOLDER" "$AOT_MARK"; exit 130' INT TERM
  make_aot_cache "$FOLDER" || say "that did not work; starting without it, which only takes longer."
  trap - INT TERM
  rm -rf "$FOLDER"
}

# Whether a cache was made, or could not be made, for this JDK and these jars.
aot_cache_was_tried() {
  [[ -f "$AOT_MARK" && "$(<"$AOT_MARK")" == "$OKENKO_JDK" ]] || return 1
  [[ -z "$(find "$OKENKO_BUILD"/gateway-*.jar "$OKENKO_BUILD/lib" -newer "$AOT_MARK" | head -n 1)" ]]
}
