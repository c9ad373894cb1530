#!/usr/bin/env bash
# One job of an array: reads all of the files, decides one slice of the students, writes it into the folder of the run.
# Usage: slice.sh SLICE, where SLICE is 2/8 (the second of eight), auto or auto/8 (as the job array says).
# Ends with 0 when the slice is done, with 2 when it is not. What the run found is for the merge to say.
set -euo pipefail
umask 077

SLICE="${1:?which slice? Say 2/8, auto or auto/8}"

# The same for every job, on every machine. Each reads the files itself, so they lie on a share that all can see.
BASE="${ZCREDIT_BASE:-/srv/zcredit}"
EXPORTS="${ZCREDIT_EXPORTS:-$BASE/exports}"
ZCREDIT="${ZCREDIT_PROGRAM:-zcredit}"
# Never the day on which a job happens to start: an array may run past midnight.
DAY="${ZCREDIT_DAY:?the award date, as in ZCREDIT_DAY=2025-06-20}"
RUN="${ZCREDIT_RUN:-$BASE/runs/$DAY}"
# A container may see more processors than it may use.
JOBS="${ZCREDIT_JOBS:-${SLURM_CPUS_PER_TASK:-1}}"

# Job arrays count from 0, slices from 1.
case "$SLICE" in
auto*)
  index="${SLURM_ARRAY_TASK_ID:-${AWS_BATCH_JOB_ARRAY_INDEX:-${JOB_COMPLETION_INDEX:-}}}"
  number=$((${index:?no job array is here: say which slice, as in 2/8} + 1))
  ;;
*) number="${SLICE%%/*}" ;;
esac

args=(
  check
  --no-config
  --transcript "$EXPORTS"/transcripts*.csv
  --policy "$BASE/policy.json"
  --award-date "$DAY"
  --shard "$SLICE"
  --jobs "$JOBS"
  # Results for people come from the merge.
  --format text
  --out "$RUN/slices/$number"
  # A job that is tried again replaces what it wrote before.
  --force
  --quiet
)
[ -e "$EXPORTS/scores.csv" ] && args+=(--scores "$EXPORTS/scores.csv")
[ -e "$BASE/approvals.csv" ] && args+=(--approvals "$BASE/approvals.csv")
[ -e "$EXPORTS/students.csv" ] && args+=(--students "$EXPORTS/students.csv")

# 1 means that the slice is done and holds something to look at: no reason for an array to call the job failed.
mkdir -p "$RUN/slices"
code=0
"$ZCREDIT" "${args[@]}" || code=$?
[ "$code" -le 1 ] || exit "$code"
