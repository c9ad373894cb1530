#!/usr/bin/env bash
# Submits the array, and the merge to run when every slice is done. What is added goes to the merge's sbatch: with
# --wait this ends when the merge does, with its exit code.
set -euo pipefail

BASE="${ZCREDIT_BASE:-/srv/zcredit}"
: "${ZCREDIT_DAY:?the award date, as in ZCREDIT_DAY=2025-06-20}"

slices="$(sbatch --parsable "$BASE/slices.sbatch")"
# With several clusters the number is followed by the cluster's name.
exec sbatch --dependency="afterok:${slices%%;*}" --kill-on-invalid-dep=yes "$@" "$BASE/merge.sbatch"
