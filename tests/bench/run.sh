#!/usr/bin/env bash
# The whole command against its peers on the same data, interleaved in one run.  usage: ./run bench [PROFILE=M] [REPS=5]
# Needs the workload generator and the peers beside the data (REDLINE_SHARED_BENCH, default ../shared/bench).
# Prints one line a run: who, seconds, peak resident memory in MB, pairs; then the medians and the ratio to the faster PostGIS.
set -euo pipefail
cd "$(dirname "$0")/../.."
PROFILE=${1:-M} REPS=${2:-5}
SHARED=${REDLINE_SHARED_BENCH:-$(pwd)/../shared/bench}
export BENCH_DATA=${BENCH_DATA:-$(pwd)/bench-data}
D=$(tests/bench/data.sh "$PROFILE")
OUT=$(mktemp -d); trap 'rm -rf "$OUT"' EXIT

mkdir "$OUT/workspace"
sed "s|@DATA@|$D|" tests/bench/areas.toml > "$OUT/workspace/redline.toml"
cat >> "$OUT/workspace/redline.toml" <<T
[[layer]]
name = "rights"
role = "activities"
source = "$D/rights.gpkg"
[layer.fields]
id = "licence_no"
[layer.kind_map]
mining = "mining_right"
exploration = "exploration_right"
[[layer]]
name = "wells"
role = "activities"
source = "$D/wells.gpkg"
kind = "oil_well"
T
redline_once() {
  /usr/bin/time -o "$OUT/time" -f '%e %M' build/release/cli/redline overlay --quiet --overwrite -w "$OUT/workspace" -o "$OUT/ledger.gpkg"
}
record() { echo "$1 $2 $3" | tee -a "$OUT/all"; }
for _ in $(seq "$REPS"); do
  redline_once; read -r s kb < "$OUT/time"; record redline "$s" $((kb / 1024))
  for mode in plain "subdivide 256"; do
    line=$("$SHARED/peers/postgis.sh" "$PROFILE" $mode | grep '^{')
    record "postgis-${mode// /-}" "$(jq -r .total_s <<<"$line" 2>/dev/null || /usr/bin/python3 -c 'import json,sys; print(json.loads(sys.argv[1])["total_s"])' "$line")" 0
  done
done
/usr/bin/python3 - "$OUT/all" <<'P'
import statistics, sys
runs = {}
for line in open(sys.argv[1]):
    who, s, mb = line.split(); runs.setdefault(who, []).append((float(s), int(mb)))
m = {w: statistics.median(s for s, _ in v) for w, v in runs.items()}
for w, v in runs.items(): print(f'{w}: median {m[w]:.2f} s, peak {max(mb for _, mb in v)} MB')
print(f'ratio to the faster PostGIS: {m["redline"] / min(v for w, v in m.items() if w != "redline"):.2f}')
P
