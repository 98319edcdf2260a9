#!/usr/bin/env bash
# Builds the front end when its sources are newer than what was built, and lists its files for the
# gateway, which reads them from the jar. Whoever comes while it is being built waits.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
  echo "The front end needs Node.js 20.19 or newer with npm: install them, or build with -Dokenko.web.skip=true." >&2
  exit 1
fi

if command -v flock >/dev/null; then
  mkdir -p ../target
  exec 9>../target/.front-end
  flock 9
fi

newer() { # newer FILE PATH…: whether anything below the paths is newer than the file
  local built=$1
  shift
  [ ! -e "$built" ] || [ -n "$(find "$@" -newer "$built" -type f -print -quit)" ]
}

if newer node_modules/.package-lock.json package-lock.json; then
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
fi
if newer dist/index.txt shared widget page console tools package.json package-lock.json tsconfig.json vite.*.ts; then
  npm run --silent build
  cp shared/tokens.css page/situations.css dist/page/
  (cd dist && find . -type f ! -name index.txt | sed 's|^\./||' | sort >index.txt)
fi
