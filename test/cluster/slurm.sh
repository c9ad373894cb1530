#!/usr/bin/env bash
# Runs samples/cluster on a real Slurm of one node, this machine, and holds the merged results against those of a
# single run, byte for byte. Ends with 0 when they are equal, 1 when they are not or the cluster did not work, 3 where
# there is no Slurm and none can be installed (root and apt-get are needed).
# Usage: bash test/cluster/slurm.sh [rows]. Needs a built zcredit (npm run build). All that it starts, it stops.
set -euo pipefail
umask 022

ROWS="${1:-20000}"
HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
ROOT="$(cd "$HERE/../.." && pwd)"
# Slurm's folders and its sockets are of this run alone; short, since a socket's path may not be long.
WORK="$(mktemp -d /tmp/zcredit-slurm-XXXXXX)"
chmod 755 "$WORK"
STARTED=()

stop_all() {
  local code=$? pid
  # Jobs that still run would be left behind by a node that is stopped.
  [ -n "${SLURM_CONF:-}" ] && scancel --user=root >/dev/null 2>&1 || true
  if [ "$code" -ne 0 ]; then
    for log in "$WORK"/*.log "$WORK"/job-*.out; do
      [ -s "$log" ] && { echo "== $(basename "$log")"; tail -n 20 "$log"; } >&2
    done
  fi
  # The last that was started goes first; each by its number, since other clusters may run here.
  for ((i = ${#STARTED[@]} - 1; i >= 0; i -= 1)); do
    pid="${STARTED[i]}"
    kill "$pid" 2>/dev/null || continue
    for _ in $(seq 1 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$WORK"
  exit "$code"
}
trap stop_all EXIT
trap 'exit 1' INT TERM HUP

install_slurm() {
  local program missing=0
  for program in munged slurmctld slurmd sbatch; do command -v "$program" >/dev/null || missing=1; done
  [ "$missing" -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then return 3; fi
  echo "== installing slurm-wlm and munge"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge; } \
    >"$WORK/install.log" 2>&1 || return 3
}

# A port that nobody listens on now.
free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

# Waits until a command succeeds, for a minute at most, and no longer than what was started lives.
until_true() {
  local what="$1" pid
  shift
  for _ in $(seq 1 300); do
    "$@" >/dev/null 2>&1 && return
    for pid in "${STARTED[@]}"; do kill -0 "$pid" 2>/dev/null || { echo "a daemon ended: no $what" >&2; return 1; }; done
    sleep 0.2
  done
  echo "after a minute there is still no $what" >&2
  return 1
}

start_munge() {
  mkdir -m 755 "$WORK/munge"
  (umask 077 && head -c 128 /dev/urandom >"$WORK/munge.key")
  munged --foreground --socket="$WORK/munge/socket" --key-file="$WORK/munge.key" --pid-file="$WORK/munge/pid" \
    --log-file="$WORK/munged.log" --seed-file="$WORK/munge.seed" >>"$WORK/munged-out.log" 2>&1 &
  STARTED+=($!)
  until_true "munged" munge --socket="$WORK/munge/socket" --no-input
}

start_slurm() {
  local host
  host="$(hostname -s)"
  mkdir -p "$WORK/state" "$WORK/spool"
  cat >"$WORK/slurm.conf" <<CONF
ClusterName=zcredit
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$WORK/munge/socket
CredType=cred/munge
StateSaveLocation=$WORK/state
SlurmdSpoolDir=$WORK/spool
SlurmctldPidFile=$WORK/slurmctld.pid
SlurmdPidFile=$WORK/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
MailProg=/bin/true
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=4 RealMemory=8000 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF="$WORK/slurm.conf"
  slurmctld -D -f "$SLURM_CONF" >"$WORK/slurmctld.log" 2>&1 &
  STARTED+=($!)
  slurmd -D -f "$SLURM_CONF" -N "$host" >"$WORK/slurmd.log" 2>&1 &
  STARTED+=($!)
  until_true "node that takes jobs" node_is_idle
}

node_is_idle() {
  sinfo --noheader --format=%T | grep -q '^idle$'
}

install_slurm || { echo "no Slurm here, and none could be installed"; exit 3; }
start_munge
start_slurm
echo "== $(slurmctld -V): one node takes jobs"

# A run of its own: the sample's scripts beside the files, as its README says.
export ZCREDIT_BASE="$WORK/base" ZCREDIT_PROGRAM="$ROOT/bin/zcredit.js" ZCREDIT_DAY=2025-06-20
mkdir -p "$ZCREDIT_BASE/exports"
cp "$ROOT"/samples/cluster/* "$ZCREDIT_BASE/"
ROWS="$ROWS" BASE="$ZCREDIT_BASE" GENERATOR="$ROOT/test/bench/generate.mjs" node --input-type=module -e '
  const { generate } = await import(process.env.GENERATOR);
  await generate(process.env.BASE, Number(process.env.ROWS), 7, "shuffled");'
mv "$ZCREDIT_BASE"/transcripts.csv "$ZCREDIT_BASE"/scores.csv "$ZCREDIT_BASE/exports/"

# Where sbatch is called from, a job writes what it says.
cd "$WORK"
export SBATCH_OUTPUT="$WORK/job-%j.out"
echo "== submitted: $ROWS rows, the array of samples/cluster/slices.sbatch, then merge.sbatch"
merged=0
bash "$ZCREDIT_BASE/submit-slurm.sh" --wait || merged=$?
slices=("$ZCREDIT_BASE/runs/$ZCREDIT_DAY/slices"/*)
echo "== the merge ended with $merged; slices: ${#slices[@]}"

single=0
"$ZCREDIT_PROGRAM" check --no-config --quiet --transcript "$ZCREDIT_BASE/exports/transcripts.csv" \
  --scores "$ZCREDIT_BASE/exports/scores.csv" --policy "$ZCREDIT_BASE/policy.json" --award-date "$ZCREDIT_DAY" \
  --out "$WORK/single" || single=$?

node "$HERE/same.mjs" "$WORK/single" "$ZCREDIT_BASE/runs/$ZCREDIT_DAY/results" "${#slices[@]}"
[ "$merged" -eq "$single" ] || { echo "the single run ended with $single" >&2; exit 1; }
