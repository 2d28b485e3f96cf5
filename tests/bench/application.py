"""One application against a basemap, whole processes in turn: Redline with the prepared basemap, Redline from the layers, and the quickest
way found with Debian's own tools (ogr2ogr, SpatiaLite functions, the R-trees of the GeoPackage, one process, SQL by hand).
usage: application.py REDLINE DATA_FOLDER [REPS]     Prints each run and the medians; stops where the results do not agree.
"""
import csv, io, json, os, pathlib, resource, statistics, subprocess, sys, tempfile, time

BINARY, DATA, REPS = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), int(sys.argv[3]) if len(sys.argv) > 3 else 9
LIMIT_S = 0.2
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='redline-bench-'))
BOXES_MEET = 'b.maxx >= ST_MinX(a.geom) and b.minx <= ST_MaxX(a.geom) and b.maxy >= ST_MinY(a.geom) and b.miny <= ST_MaxY(a.geom)'
ONE = '''select '{layer}' layer, z.{id} id, {zone} zone, CastToMulti(CollectionExtract(ST_Intersection(a.geom, z.geom), 3)) g
 from rights a join zz.rtree_{layer}_geom b on {boxes} join zz.{layer} z on z.fid = b.id'''
SQL = f'''select layer, id, zone, ST_Area(@, 1) m2 from ({ONE.format(layer="zones", id="reserve_id", zone="z.zone", boxes=BOXES_MEET)}
 union all {ONE.format(layer="redline", id="red_id", zone="'none'", boxes=BOXES_MEET)}) where g is not null'''


def redline(*args, statuses=(0,)):
    r = subprocess.run([BINARY, *map(str, args)], capture_output=True, text=True, env={**os.environ, 'LANGUAGE': 'en'})
    if r.returncode not in statuses or r.stderr: sys.exit(f'{args}: status {r.returncode}\n{r.stderr}')
    return r.stdout


def screen(*more):
    return redline('screen', FOLDER / 'application.txt', '-w', FOLDER, '--crs', 'EPSG:4490', '--kind', 'mining_right', *more, statuses=(0, 1))


def spatialite(measured='g'):
    r = subprocess.run(['ogr2ogr', '-q', '-f', 'CSV', '/vsistdout/', str(DATA / 'application.gpkg'), '-oo', f"PRELUDE_STATEMENTS=ATTACH DATABASE '{DATA}/zones.gpkg' AS zz",
                        '-sql', SQL.replace('@', measured)], capture_output=True, text=True, check=True)
    return {(row['id'], row['zone']): float(row['m2']) for row in csv.DictReader(io.StringIO(r.stdout))}


(FOLDER / 'redline.toml').write_text((pathlib.Path(__file__).parent / 'areas.toml').read_text().replace('@DATA@', str(DATA)))
ring = json.loads((DATA / 'application.geojson').read_text())['features'][0]['geometry']['coordinates'][0][:-1]
(FOLDER / 'application.txt').write_text(''.join(f'J{i} {x:.12f} {y:.12f}\n' for i, (x, y) in enumerate(ring, 1)))
print(redline('prepare', '-w', FOLDER), end='')
ways = {'redline, prepared': screen, 'redline, from the layers': lambda: screen('--no-prepared'), 'ogr2ogr with SpatiaLite': spatialite}
results = {name: way() for name, way in ways.items()}
if results['redline, prepared'] != results['redline, from the layers']: sys.exit('prepared and not: not the same')
screen('--json', FOLDER / 'out.json')
ours = {(c['area_id'], c['zone']): c['overlap_m2'] for c in json.loads((FOLDER / 'out.json').read_text())['applications'][0]['conflicts']}
theirs = spatialite('ST_Segmentize(g, 0.0005)')  # compared with as many corners that its geodesic edges are our straight ones to 0.1 m2 a km
if ours.keys() != theirs.keys() or any(abs(ours[k] - theirs[k]) > 1 for k in ours): sys.exit(f'not the same overlaps: {ours} {theirs}')


def processor():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


times, work = {name: [] for name in ways}, {name: [] for name in ways}
for _ in range(REPS):
    for name, way in ways.items():
        start, before = time.perf_counter(), processor()
        way()
        times[name].append(time.perf_counter() - start)
        work[name].append(processor() - before)
for name, t in times.items():
    print(f'{name}: median {statistics.median(t):.3f} s, from {min(t):.3f} to {max(t):.3f} s; of processors {statistics.median(work[name]):.3f} s ({len(t)} runs in turn)')
quick = statistics.median(times['redline, prepared'])
print(f'prepared to the peer: {quick / statistics.median(times["ogr2ogr with SpatiaLite"]):.2f}; from the layers to prepared: {statistics.median(times["redline, from the layers"]) / quick:.1f}')
print('load of the machine: ' + ' '.join(f'{x:.1f}' for x in os.getloadavg()))
print(f'under {LIMIT_S} s: {"yes" if quick < LIMIT_S else "no"}')
sys.exit(0 if quick < LIMIT_S else 1)
