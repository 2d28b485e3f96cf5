#!/usr/bin/env bash
# The workload of a profile, made where it is not there yet; prints its folder.  usage: data.sh [PROFILE=M]
# Needs the workload generator (REDLINE_SHARED_BENCH, default ../shared/bench); the data go to BENCH_DATA, default bench-data.
set -euo pipefail
cd "$(dirname "$0")/../.."
SHARED=${REDLINE_SHARED_BENCH:-$(pwd)/../shared/bench}
D=${BENCH_DATA:-$(pwd)/bench-data}/${1:-M}
[ -d "$SHARED" ] || { echo "workload generator not found: $SHARED (set REDLINE_SHARED_BENCH)" >&2; exit 3; }
[ -f "$D/application.gpkg" ] || /usr/bin/python3 "$SHARED/gen.py" "${1:-M}" "$D" >&2
# Without its optional checker the generator leaves some polygons invalid, on which the peers stop: repaired once, for all alike
# (as multipolygons: a repair can part a polygon, and PostgreSQL's loader refuses that in a layer of polygons).
if [ ! -f "$D/valid" ]; then
  ogr2ogr -q -makevalid -nlt PROMOTE_TO_MULTI -preserve_fid "$D/zones.valid.gpkg" "$D/zones.gpkg" && mv "$D/zones.valid.gpkg" "$D/zones.gpkg" && touch "$D/valid"
fi
echo "$D"
