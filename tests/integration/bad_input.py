"""Bad input: a clear error with the right exit status, or a finding; the old output whole, nothing lost."""
import json, os, shutil, signal, subprocess, time
from support import *

def write(name, features, crs=None):
    doc = {'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}
    if crs: doc['crs'] = {'type': 'name', 'properties': {'name': crs}}
    path = FOLDER / name
    path.write_text(json.dumps(doc))
    return path
def polygon(*ring):
    return {'type': 'Polygon', 'coordinates': [list(map(list, ring))]}
BOX = polygon((84, 44), (85, 44), (85, 45), (84, 45), (84, 44))
areas = write('areas.geojson', [({'id': 'R1', 'kind': 'nature_reserve', 'zone': 'core'}, BOX)])
good = write('good.geojson', [({'id': 'C1', 'kind': 'mining_right'}, polygon((84.1, 44.1), (84.2, 44.1), (84.2, 44.2), (84.1, 44.1)))])
out = FOLDER / 'out.gpkg'
def overlay(activities, *more, areas=areas, output=out, **kw):
    return redline('overlay', '--areas', areas, '--activities', activities, '--as-of', '2019-03-31', '-o', output, *more, **kw)
def refused(what, r, status, *words):
    check(f'{what}: exit status', r.returncode, status)
    for w in words: true(f'{what}: says {w!r} in {r.stderr!r}', w in r.stderr)
    true(f'{what}: no output appears', not out.exists())
def finding(what, r, code, rejected=1, repaired=0):
    check(f'{what}: exit status ({r.stderr})', r.returncode, 0)
    if out.exists():
        true(f'{what}: finding {code}', rows(out, f"SELECT * FROM findings WHERE code = '{code}'"))
        row = rows(out, "SELECT * FROM rows WHERE feature IS NULL AND layer <> 'areas'")[0]
        check(f'{what}: rejected', row['rejected'], rejected)
        check(f'{what}: repaired', row['repaired'], repaired)
        out.unlink()

refused('missing file', overlay(FOLDER / 'nowhere.shp'), 3, 'nowhere.shp', 'not found')
refused('missing layer', overlay(f'{good}:nolayer'), 3, 'nolayer', 'good')
refused('missing field', overlay(good, '--activity-id', 'nofield'), 3, 'nofield', 'kind')
refused('unknown CRS', overlay(good, '--activities-crs', 'EPSG:999999'), 3, '999999')
refused("Xi'an 1980 without parameters", overlay(good, '--activities-crs', 'EPSG:4610'), 3, 'transformation')
refused('Beijing 1954 without parameters', overlay(good, '--activities-crs', 'EPSG:2425'), 3, 'transformation')
refused('a date that is none', redline('overlay', '--areas', areas, '--activities', good, '--as-of', '2019-02-30', '-o', out), 2, '2019-02-30')
refused('an unknown option', overlay(good, '--nonsense'), 2)
refused('network source', overlay('https://example.org/a.geojson'), 3, '--allow-network')
refused('a broken rule file', overlay(good, '--rules', good), 3)
(FOLDER / 'garbage.gpkg').write_bytes(b'\x00\x01garbage' * 100)
refused('garbage', overlay(FOLDER / 'garbage.gpkg'), 3, 'garbage.gpkg')
driver = ogr.GetDriverByName('ESRI Shapefile')
def shapefile(name, srs=None):
    ds = driver.CreateDataSource(str(FOLDER / f'{name}.shp'))
    layer = ds.CreateLayer(name, srs, ogr.wkbPolygon)
    for i in range(20):
        f = ogr.Feature(layer.GetLayerDefn())
        f.SetGeometry(ogr.CreateGeometryFromJson(json.dumps(polygon((84 + i / 100, 44), (84 + i / 100 + 0.005, 44), (84 + i / 100, 44.01), (84 + i / 100, 44)))))
        layer.CreateFeature(f)
    return FOLDER / f'{name}.shp'
refused('no CRS', overlay(shapefile('nocrs')), 3, 'nocrs', '--activities-crs')
cut = shapefile('cut')
cut.write_bytes(cut.read_bytes()[:1200])
refused('a truncated shapefile', overlay(cut, '--activities-crs', 'EPSG:4490'), 3, 'cut.shp')
lost = shapefile('lost')
lost.with_suffix('.shx').unlink()
refused('a shapefile without index', overlay(lost, '--activities-crs', 'EPSG:4490'), 3, '.shx' if False else 'shx')

bow = polygon((84.1, 44.1), (84.2, 44.2), (84.2, 44.1), (84.1, 44.2), (84.1, 44.1))
finding('bow-tie', overlay(write('bow.geojson', [({'id': 'C1'}, bow)])), 'geometry.repaired', 0, 1)
outside = {'type': 'Polygon', 'coordinates': [[[84.1, 44.1], [84.2, 44.1], [84.2, 44.2], [84.1, 44.1]], [[86, 46], [86.1, 46], [86.1, 46.1], [86, 46]]]}
finding('hole outside', overlay(write('hole.geojson', [({'id': 'C1'}, outside)])), 'geometry.repaired', 0, 1)
finding('null geometry', overlay(write('null.geojson', [({'id': 'C1'}, None), ({'id': 'C2'}, BOX)])), 'geometry.null')
(FOLDER / 'empty.csv').write_text('id,wkt\nC1,POLYGON EMPTY\nC2,"POLYGON ((84.1 44.1,84.2 44.1,84.2 44.2,84.1 44.1))"\n')
finding('empty geometry', overlay(FOLDER / 'empty.csv', '--activities-crs', 'EPSG:4490'), 'geometry.empty')
swapped = polygon((44.1, 184.1), (44.2, 184.1), (44.2, 184.2), (44.1, 184.1))
finding('coordinates off the Earth', overlay(write('swapped.geojson', [({'id': 'C1'}, swapped)])), 'geometry.off_earth')
finding('duplicate ids', overlay(write('twice.geojson', [({'id': 'C1'}, BOX), ({'id': 'C1'}, BOX)])), 'run.duplicate_id', 0)
finding('a bad date in a field', overlay(write('date.geojson', [({'id': 'C1', 'valid_to': 'soon'}, BOX)])), 'run.bad_date', 0)

# Words that nobody knows: one finding for each layer and word, however many features bear it, also with two threads.
INSIDE = polygon((84.1, 44.1), (84.2, 44.1), (84.2, 44.2), (84.1, 44.1))
words = write('words.geojson', [({'id': f'W{i}', 'status': ('已拆除(11月底前)', '全部拆除')[i < 2], 'kind': ('mystery', 'mining_right', 'riddle')[i % 3]}, INSIDE) for i in range(700)])
zones = write('zones.geojson', [({'id': f'R{i}', 'kind': 'nature_reserve', 'zone': ('ZONE X', 'core')[i % 2]}, BOX) for i in range(300)])
told = []
for threads in (1, 2):
    check('unknown words: exit status', overlay(words, '--threads', threads, areas=zones).returncode, 0)
    told.append(rows(out, "SELECT code, layer, feature, args FROM findings WHERE code LIKE 'run.unknown%'"))
    check('unknown words: every feature is a used row', [(x['read'], x['used']) for x in rows(out, 'SELECT * FROM rows')], [(300, 300), (700, 700)])
    out.unlink()
check('unknown words: once each, with the count and the first feature', [(x['code'], x['layer'], x['feature'], json.loads(x['args'])) for x in told[0]],
      [('run.unknown_zone', 'zones', 'R0', ['ZONE X', '150']), ('run.unknown_kind', 'words', 'W0', ['mystery', '234']), ('run.unknown_kind', 'words', 'W2', ['riddle', '233']), ('run.unknown_status', 'words', 'W0', ['全部拆除', '2'])])
check('unknown words: in the same order for any number of threads', told[0], told[1])

check('a good run', overlay(good).returncode, 0)
whole = out.read_bytes()
r = overlay(good)
check('an output that exists: exit status', r.returncode, 4)
check('an output that exists: untouched', out.read_bytes(), whole)
check('with --overwrite', overlay(good, '--overwrite').returncode, 0)
check('and the same bytes again', out.read_bytes(), whole)
r = overlay(good, output=FOLDER / 'no' / 'such' / 'folder.gpkg')
check('a folder that is not there: exit status', r.returncode, 4)

many = write('many.geojson', [({'id': f'C{i}', 'kind': 'mining_right'}, polygon((84 + (i % 100) / 100, 44 + i // 100 / 1000), (84.02 + (i % 100) / 100, 44 + i // 100 / 1000), (84 + (i % 100) / 100, 44.02 + i // 100 / 1000), (84 + (i % 100) / 100, 44 + i // 100 / 1000))) for i in range(20000)])
for sig, status in ((signal.SIGINT, 130), (signal.SIGKILL, -9)):
    p = subprocess.Popen([BINARY, 'overlay', '--areas', str(areas), '--activities', str(many), '--as-of', '2019-03-31', '-o', str(out), '--overwrite'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.4)
    p.send_signal(sig)
    check(f'{sig.name}: exit status', p.wait(), status)
    check(f'{sig.name}: the old file is whole', out.read_bytes(), whole)
check('after the interruption a run works', overlay(good, '--overwrite').returncode, 0)
shutil.rmtree(FOLDER)
done()
