#!/usr/bin/env bash
# Runs the front end's unit tests, as part of Maven's; does nothing when told that tests are skipped.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" != true ]; then
  npx --no-install vitest run --reporter=dot
fi
