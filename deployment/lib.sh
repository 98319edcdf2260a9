# Shared by the scripts of this folder, which source it; not run by itself.
# shellcheck shell=bash
#
# What it knows: where the repository is, which JDK to use, whether the build is fresh, and how
# Java is called. Every fault ends in one sentence that says what is missing and how to get it.

OKENKO_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
OKENKO_BUILD="$OKENKO_ROOT/gateway/target"
OKENKO_AOT_CACHE="$OKENKO_BUILD/okenko.aot"

say() { printf 'okenko: %s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# ── JDK ──────────────────────────────────────────────────────────────────────────────────────────

# Prints the specification version (17, 25 …) of the JDK in folder $1, or nothing when it is no JDK.
jdk_version() {
  local home="$1" version=''
  [[ -x "$home/bin/java" && -x "$home/bin/javac" ]] || return 0
  if [[ -r "$home/release" ]]; then
    version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")"
  fi
  if [[ -z "$version" ]]; then
    version="$(java_property "$home/bin/java" java.specification.version)"
  fi
  printf '%s' "$version"
}

# Prints system property $2 of the Java program $1.
java_property() {
  "$1" -XshowSettings:properties -version 2>&1 | sed -n "s/^ *$2 = //p" || true
}

# Prints the folders where a JDK may be, in the order in which they are tried.
jdk_places() {
  [[ -z "${OKENKO_JAVA_HOME:-}" ]] || printf '%s\n' "$OKENKO_JAVA_HOME"
  [[ -z "${JAVA_HOME:-}" ]] || printf '%s\n' "$JAVA_HOME"
  if command -v java >/dev/null; then
    java_property java java.home
  fi
  local place
  for place in /usr/lib/jvm/* /usr/java/* /opt/*/ /opt/java/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
    "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    printf '%s\n' "${place%/}"
  done
}

# Sets OKENKO_JDK to the first JDK that is new enough.
find_jdk() {
  local place version
  while IFS= read -r place; do
    version="$(jdk_version "$place")"
    if [[ "$version" =~ ^[0-9]+$ ]] && ((version >= 25)); then
      OKENKO_JDK="$place"
      return
    fi
  done < <(jdk_places)
  fail "needs a JDK 25 or newer and found none: install one (for example Eclipse Temurin 25," \
    "package temurin-25-jdk) or let OKENKO_JAVA_HOME name its folder."
}

# ── Build ────────────────────────────────────────────────────────────────────────────────────────

require_build_tools() {
  command -v mvn >/dev/null ||
    fail "needs Maven 3.8 or newer to build and found none: install the package maven."
  command -v node >/dev/null ||
    fail "needs Node.js 20.19 or newer to build the pages and found none: install it from your" \
      "system's packages or from nodejs.org."
  command -v npm >/dev/null ||
    fail "needs npm, which comes with Node.js, and found none: install the package npm."
  local version major minor
  version="$(node -p process.versions.node)"
  IFS=. read -r major minor _ <<<"$version"
  if ((major < 20 || (major == 20 && minor < 19))); then
    fail "needs Node.js 20.19 or newer to build the pages; the one on the PATH is $version."
  fi
}

# Runs Maven in the repository, on the JDK that was found (quietly about Maven's own libraries).
maven() {
  (
    cd "$OKENKO_ROOT" || exit 1
    export JAVA_HOME="$OKENKO_JDK" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    mvn -B -ntp "$@"
  )
}

# The program's own jar; says no when there is none.
program_jar() {
  local jar
  for jar in "$OKENKO_BUILD"/gateway-*.jar; do
    [[ -f "$jar" && "$jar" != *-sources.jar && "$jar" != *-tests.jar ]] || continue
    printf '%s' "$jar"
    return 0
  done
  return 1
}

# Whether a source is newer than the last build, or there was none.
build_is_stale() {
  local built="$OKENKO_BUILD/.built"
  [[ -f "$built" ]] && program_jar >/dev/null && [[ -d "$OKENKO_BUILD/lib" ]] || return 0
  local sources=() source
  for source in pom.xml {knowledge-base,connectors,gateway}/{pom.xml,src/main} knowledge-base/content \
    gateway/web/{widget,console,page,shared,tools} gateway/web/*.{json,ts,html}; do
    [[ ! -e "$OKENKO_ROOT/$source" && "$source" != /* ]] || sources+=("$source")
  done
  [[ -n "$(cd "$OKENKO_ROOT" && find "${sources[@]}" -newer "$built" -print 2>/dev/null | head -n 1)" ]]
}

# Builds when a source is newer than the last build. The mark carries the time the build began, so
# that what was edited meanwhile is built next time.
ensure_build() {
  build_is_stale || return 0
  require_build_tools
  say "building; the first time this takes a minute or two …"
  begin_build
  # Maven's own output goes to the error stream: standard output belongs to the program.
  maven -q package -DskipTests >&2 || fail "the build failed; the lines above say why."
  finish_build
}

begin_build() {
  mkdir -p "$OKENKO_BUILD"
  touch "$OKENKO_BUILD/.building"
  # Libraries of an earlier version must not stay on the class path.
  rm -rf "$OKENKO_BUILD/.built" "${OKENKO_BUILD:?}/lib" "$OKENKO_AOT_CACHE"
}

finish_build() {
  mv "$OKENKO_BUILD/.building" "$OKENKO_BUILD/.built"
}

# ── Java ─────────────────────────────────────────────────────────────────────────────────────────

# Sets JAVA_COMMAND: the program and its options, up to the main class. The order of the class path
# is fixed, because the AOT cache holds only for the class path it was made with.
java_command() {
  local LC_ALL=C class_path jar
  class_path="$(program_jar)" || fail "found no built program; deployment/start builds it."
  for jar in "$OKENKO_BUILD"/lib/*.jar; do
    class_path+=":$jar"
  done
  JAVA_COMMAND=("$OKENKO_JDK/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED)
  if [[ -f "$OKENKO_AOT_CACHE" && "${OKENKO_AOT:-on}" != off ]]; then
    # Errors of the cache are no concern of the operator: Java then starts without it.
    JAVA_COMMAND+=("-XX:AOTCache=$OKENKO_AOT_CACHE" "-Xlog:aot*=off,cds*=off")
  fi
  if [[ -n "${OKENKO_JAVA_OPTS:-}" ]]; then
    local options
    read -r -a options <<<"$OKENKO_JAVA_OPTS"
    JAVA_COMMAND+=("${options[@]}")
  fi
  JAVA_COMMAND+=(-cp "$class_path" cz.okenko.gateway.Main)
}

# Makes relative paths in the environment absolute, as seen from the folder the caller is in, and
# fills in the demo office.
settle_paths() {
  local name value
  for name in OKENKO_CONFIG OKENKO_DATA_DIR OKENKO_CONTENT; do
    value="${!name:-}"
    case "$name=$value" in
      *= | *=/* | OKENKO_CONTENT=shipped | OKENKO_CONTENT=none) ;;
      *) export "$name=$PWD/$value" ;;
    esac
  done
  export OKENKO_CONFIG="${OKENKO_CONFIG:-$OKENKO_ROOT/deployment/okenko.example.yaml}"
}
