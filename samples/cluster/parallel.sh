#!/usr/bin/env bash
# The slices by GNU parallel, over hosts that are reached by ssh and see the same share; then the merge, here.
# ZCREDIT_HOSTS lists them with commas, ":" is this machine. "2/north,2/south" runs two jobs at once on each.
# Exit codes are those of the merge; 2 also where a slice was not done.
set -euo pipefail

export ZCREDIT_BASE="${ZCREDIT_BASE:-/srv/zcredit}"
export ZCREDIT_DAY="${ZCREDIT_DAY:?the award date, as in ZCREDIT_DAY=2025-06-20}"
export ZCREDIT_RUN="${ZCREDIT_RUN:-$ZCREDIT_BASE/runs/$ZCREDIT_DAY}"
export ZCREDIT_PROGRAM="${ZCREDIT_PROGRAM:-zcredit}"
export ZCREDIT_JOBS="${ZCREDIT_JOBS:-1}"
HOSTS="${ZCREDIT_HOSTS:-:}"
SLICES="${ZCREDIT_SLICES:-8}"

# A slice that failed is tried once more, perhaps on another host.
parallel --sshlogin "$HOSTS" \
  --env ZCREDIT_BASE --env ZCREDIT_DAY --env ZCREDIT_RUN --env ZCREDIT_PROGRAM --env ZCREDIT_JOBS \
  --retries 2 --halt soon,fail=1 \
  bash "$ZCREDIT_BASE/slice.sh" "{}/$SLICES" ::: $(seq 1 "$SLICES") || exit 2

exec bash "$ZCREDIT_BASE/merge.sh"
