"""redline convert on real corner lists: areas, round trips, and the same ground by GDAL's own reading of what was written."""
import json, os, pathlib, subprocess
from osgeo import ogr, osr
from support import BINARY, FOLDER, check, done, redline, rows, shared, true

DATA = pathlib.Path(shared('chinese-baopan-txt'))
FOSHAN = sorted((DATA / 'edcfoshan-polygon-txt').glob('*.txt'))
HANGZHOU = [DATA / 'hangzhou_pengbu_R-14.txt'] + sorted((DATA / 'variants').glob('hangzhou_*.txt'))
EXTRA = [DATA / 'variants' / 'doc_multi_parcel_edcfoshan_rust_test.txt', DATA / 'variants' / 'doc_multi_parcel_hole_hygnic.txt']
true('the real files are there', len(FOSHAN) >= 7 and len(HANGZHOU) == 4)


def corners(path):
    """The printed coordinates of a written file, each ring closed, read with a few lines of Python of our own."""
    text = pathlib.Path(path).read_bytes()
    for bom, name in ((b'\xff\xfe', 'utf-16'), (b'\xef\xbb\xbf', 'utf-8-sig')):
        if text.startswith(bom):
            text = text.decode(name)
            break
    else:
        try:
            text = text.decode('utf-8')
        except UnicodeDecodeError:
            text = text.decode('gbk')
    rings = []
    for line in text.split('[地块坐标]')[1].split():
        f = line.split(',')
        if f[-1] == '@':
            rings.append([])
        elif len(f) == 4:
            rings[-1].append((f[1], f[2], f[3]))
    return rings


for file in FOSHAN + HANGZHOU + EXTRA:
    crs = ['--crs', 'EPSG:4490'] if 'hygnic' in file.name else []  # its header is nonsense and its coordinates are 1..11
    once, twice = FOLDER / ('1_' + file.name), FOLDER / ('2_' + file.name)
    r = redline('convert', file, '-o', once, *crs)
    check(f'{file.name} converts', (r.returncode, r.stderr), (0, ''))
    r = redline('convert', once, '-o', twice, *crs)
    check(f'{file.name} converts back', (r.returncode, r.stderr), (0, ''))
    true(f'{file.name}: the second trip gives the same bytes', once.read_bytes() == twice.read_bytes())

# Three decimals are declared and printed: the digits are those of the source, letter by letter.
for file in FOSHAN + HANGZHOU:
    check(f'{file.name}: the same digits', corners(FOLDER / ('1_' + file.name)), corners(file))

# Golden areas: the shoelace of the printed corners is the declared hectares to four decimals; Hangzhou is cut off.
for file in FOSHAN:
    out = redline('convert', file, '-o', FOLDER / 'a.gpkg', '--overwrite').stdout
    declared = file.read_text(encoding='utf-8').split('[地块坐标]\n')[1].split(',')[1]
    true(f'{file.name}: declared {declared}', f'the declared {declared} ha is what is computed' in out)
for file in HANGZHOU:
    out = redline('convert', file, '-o', FOLDER / 'a.gpkg', '--overwrite').stdout
    true(f'{file.name}: cut off', 'the declared 5.7089 ha was cut off, not rounded (computed: 5.708950)' in out)
    check(f'{file.name}: its name', rows(FOLDER / 'a.gpkg', 'SELECT name, id, declared_ha FROM parcels'),
          [{'name': '彭埠单元B/R-14地块', 'id': '1', 'declared_ha': 5.7089}])

# The same ground in every format, by GDAL: transform the written degrees back and compare with the printed metres.
file = FOSHAN[0]
source = osr.SpatialReference(); source.ImportFromEPSG(4526); source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
lonlat = osr.SpatialReference(); lonlat.ImportFromEPSG(4490); lonlat.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
back = osr.CoordinateTransformation(lonlat, source)
printed = {(float(n), float(e)) for _, n, e in corners(file)[0]}
for ending in ('gpkg', 'geojson'):
    out = FOLDER / ('b.' + ending)
    check(f'writes {ending}', redline('convert', file, '-o', out).returncode, 0)
    ds = ogr.Open(str(out))
    feature = ds.GetLayer(0).GetNextFeature()  # kept: its geometry is borrowed
    ring = feature.GetGeometryRef().GetGeometryRef(0).GetGeometryRef(0)
    got = [back.TransformPoint(ring.GetX(i), ring.GetY(i)) for i in range(ring.GetPointCount())]
    # nine decimals of a degree are 0.1 mm
    worst = max(min(max(abs(n - y), abs(e - x)) for n, e in printed) for x, y, _ in got)
    true(f'{ending}: corners where they were ({worst} m)', worst < 0.0003 and len(got) == len(printed) + 1)
    again = FOLDER / ('b_' + ending + '.txt')
    r = redline('convert', out, '-o', again, '--to', 'EPSG:4526')
    check(f'{ending} to TXT', (r.returncode, r.stderr), (0, ''))
    true(f'{ending} to TXT: a centimetre', {(round(n, 2), round(e, 2)) for n, e in printed} >=
         {(float(n), float(e)) for _, n, e in corners(again)[0]})
rfc = json.loads((FOLDER / 'b.geojson').read_text(encoding='utf-8'))['features'][0]
shell = rfc['geometry']['coordinates'][0][0]
true('GeoJSON shells run counter-clockwise', sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(shell, shell[1:])) < 0)
check('csv', redline('convert', file, '-o', FOLDER / 'b.csv').returncode, 0)
table = (FOLDER / 'b.csv').read_text(encoding='utf-8-sig').splitlines()
check('csv heading', table[0], 'parcel,parcel_name,ring,corner,northing,easting,latitude,longitude')
true('csv row', table[1].startswith('FID_0,DKMC,1,J1,2582988.976,38383243.971,23.'))
r = redline('convert', FOLDER / 'b.csv', '-o', FOLDER / 'c.txt', '--accept')
check('csv back to TXT', (r.returncode, r.stderr), (0, ''))

# Pasted text; a doubtful CRS stops with the proposal, and nothing is written.
PASTED = '1 4940100.00 28421700.00\n2 4940100.00 28421800.00\n3 4940000.00 28421800.00\n'


def paste(text, *args):
    return subprocess.run([BINARY, 'convert', '-', *map(str, args)], input=text, capture_output=True, text=True,
                          env={**os.environ, 'LANGUAGE': 'en'})


r = paste(PASTED, '-o', FOLDER / 'p.geojson')
check('doubtful', r.returncode, 3)
true('the proposal is named', 'it may be EPSG:4516' in r.stderr and 'no coordinate system is stated' in r.stderr)
true('nothing written', not (FOLDER / 'p.geojson').exists())
check('accepted', paste(PASTED, '-o', FOLDER / 'p.geojson', '--accept').returncode, 0)
check('given', paste(PASTED, '-o', FOLDER / 'q.geojson', '--crs', 'EPSG:4516').returncode, 0)
true('accepted and given are the same', (FOLDER / 'p.geojson').read_bytes() == (FOLDER / 'q.geojson').read_bytes())
r = paste(PASTED, '-o', FOLDER / 'r.geojson', '--crs', 'EPSG:4490')
true('metres are no degrees', r.returncode == 3 and 'metres' in r.stderr)
r = paste(PASTED, '-o', FOLDER / 'r.shp', '--accept')
check('unknown ending', r.returncode, 2)

# Xi'an 1980 stays in its datum in a TXT and is not passed off as CGCS2000.
OLD = '[属性描述]\n坐标系=1980西安坐标系\n几度分带=3\n带号=28\n[地块坐标]\n3,,1,,面,,,,@\n' + \
    PASTED.replace(' ', ',').replace('1,4', 'J1,1,4').replace('2,4', 'J2,1,4').replace('3,4', 'J3,1,4')
check('old datum to TXT', paste(OLD, '-o', FOLDER / 'old.txt').returncode, 0)
true('it says so', '坐标系=1980西安坐标系' in (FOLDER / 'old.txt').read_text(encoding='utf-8'))
r = paste(OLD, '-o', FOLDER / 'old.geojson')
true('old datum to degrees needs parameters', r.returncode == 3 and 'another datum' in r.stderr)

# Errors name the lines.
BAD = PASTED.replace('28421800.00\n3', '2842I800.00\n3') + '4 4940000.00 28421700.00\n'
r = paste(BAD, '-o', FOLDER / 'bad.txt', '--accept')
true('line 2 is named', r.returncode == 3 and 'line 2:' in r.stderr)
cross = '1 4940100.00 28421700.00\n2 4940000.00 28421800.00\n3 4940100.00 28421800.00\n4 4940000.00 28421700.00\n'
r = paste(cross, '-o', FOLDER / 'cross.geojson', '--accept')
true('a crossing is said, status 1', r.returncode == 1 and 'Self-intersection' in r.stdout)

# GBK out, read by evidence again.
check('GBK', redline('convert', HANGZHOU[0], '-o', FOLDER / 'gbk.txt', '--write-encoding', 'GBK').returncode, 0)
true('GBK text', '彭埠单元'.encode('gbk') in (FOLDER / 'gbk.txt').read_bytes())
check('GBK again', redline('convert', FOLDER / 'gbk.txt', '-o', FOLDER / 'utf8.txt').returncode, 0)
true('the same text', (FOLDER / 'utf8.txt').read_bytes() == (FOLDER / ('1_' + HANGZHOU[0].name)).read_bytes())
done()
