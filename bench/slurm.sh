#!/bin/bash
# Adds up a corpus in parts by a real Slurm array on this one machine, with Debian's slurm-wlm and munge (as root):
#   bench/slurm.sh FOLDER_OF_PARTS OUT_FOLDER
# Parts are part-0.npy, part-1.npy, …; the merged dataset folder is OUT_FOLDER/merged.
set -euo pipefail
parts=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
count=$(ls "$parts"/part-*.npy | wc -l)
repository=$(cd "$(dirname "$0")/.." && pwd)
state=$(mktemp -d)
stop() {
  kill $(cat "$state"/*.pid 2>/dev/null) 2>/dev/null || true
  # They write their state once more as they end.
  sleep 2
  rm -rf "$state"
}
trap stop EXIT

# A key and a socket of our own: what the machine may already run is left alone.
dd if=/dev/urandom of="$state/munge.key" bs=1024 count=1 status=none
chmod 400 "$state/munge.key"
chmod 755 "$state"
munged --force --key-file="$state/munge.key" --socket="$state/munge.socket" --pid-file="$state/munge.pid" \
  --log-file="$state/munge.log" --seed-file="$state/munge.seed"
host=$(hostname -s)
cat > "$state/slurm.conf" <<CONF
ClusterName=bench
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=17817
SlurmdPort=17818
AuthType=auth/munge
AuthInfo=socket=$state/munge.socket
CryptoType=crypto/munge
StateSaveLocation=$state/ctld
SlurmdSpoolDir=$state/d
SlurmctldPidFile=$state/slurmctld.pid
SlurmdPidFile=$state/slurmd.pid
SlurmctldLogFile=$state/slurmctld.log
SlurmdLogFile=$state/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
mkdir -p "$state/ctld" "$state/d"
export SLURM_CONF="$state/slurm.conf"
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF"

cat > "$state/array.sh" <<JOB
#!/bin/bash
cd "$repository"
node --import tsx cli/bin.ts summarise "$parts/part-\$SLURM_ARRAY_TASK_ID.npy" --out "$out/part-\$SLURM_ARRAY_TASK_ID.summary" --rows 10000 --seed 1
JOB
began=$(date +%s)
if ! timeout 570 sbatch --wait --array="0-$((count - 1))" --output="$out/%a.log" "$state/array.sh"; then
  tail -n 20 "$state"/*.log "$out"/*.log >&2
  exit 1
fi
echo "$count parts in $(($(date +%s) - began)) s by Slurm $(sinfo --version | cut -d' ' -f2)"
cd "$repository"
node --import tsx cli/bin.ts merge "$out"/part-*.summary --out "$out/merged" --parts "$count"
