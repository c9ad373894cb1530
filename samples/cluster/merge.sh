#!/usr/bin/env bash
# Joins the slices of a run once all of them are there. A slice that is missing, doubled or of another run is refused.
# Exit codes are those of zcredit: 0 nothing to look at, 1 something to look at, 2 not done.
set -euo pipefail
umask 077

BASE="${ZCREDIT_BASE:-/srv/zcredit}"
ZCREDIT="${ZCREDIT_PROGRAM:-zcredit}"
DAY="${ZCREDIT_DAY:?the award date, as in ZCREDIT_DAY=2025-06-20}"
RUN="${ZCREDIT_RUN:-$BASE/runs/$DAY}"

exec "$ZCREDIT" merge "$RUN"/slices/* --out "$RUN/results" --force
