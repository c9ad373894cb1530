#!/usr/bin/env bash
# One night's run: what is new since the last one, and nothing that was accepted before is exported again.
# Exit codes are those of zcredit: 0 nothing new, 1 something new to look at, 2 the run was not done.
set -euo pipefail
umask 077

# Where everything lies. Exports are put here by the student system; nothing is ever written there.
BASE="${ZCREDIT_BASE:-/srv/zcredit}"
EXPORTS="${ZCREDIT_EXPORTS:-$BASE/exports}"
RESULTS="${ZCREDIT_RESULTS:-$BASE/results}"
ZCREDIT="${ZCREDIT_PROGRAM:-zcredit}"
DAY="${ZCREDIT_DAY:-$(date +%F)}"

# A run that takes longer than a day is not joined by a second one.
mkdir -p "$RESULTS"
if command -v flock >/dev/null; then
  exec 9>"$BASE/nightly.lock"
  flock --nonblock 9 || { echo "zcredit: the run of last night is still at work." >&2; exit 2; }
fi

args=(
  check
  --transcript "$EXPORTS"/transcripts*.csv
  --policy "$BASE/policy.json"
  --award-date "$DAY"
  --out "$RESULTS/$DAY-$(date +%H%M%S)"
  --since latest
  --fail-on-new
)
[ -e "$EXPORTS/scores.csv" ] && args+=(--scores "$EXPORTS/scores.csv")
[ -e "$BASE/approvals.csv" ] && args+=(--approvals "$BASE/approvals.csv")
[ -e "$EXPORTS/students.csv" ] && args+=(--students "$EXPORTS/students.csv")
[ -e "$BASE/accepted.csv" ] && args+=(--accepted "$BASE/accepted.csv")

# Every decision log there is: what has landed since is known by itself.
shopt -s nullglob
logs=("$BASE"/accepted/*/decision-log.csv)
[ "${#logs[@]}" -gt 0 ] && args+=(--pending "${logs[@]}")

exec "$ZCREDIT" "${args[@]}"
