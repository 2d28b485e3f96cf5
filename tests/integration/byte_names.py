"""Folders and files whose names are bytes of GBK, not UTF-8, as old archives and disks bring them: everything works there, and what was recorded can be repeated."""
import json, shutil
from support import *

GBK = '区域'.encode('gbk')
HERE = os.fsencode(FOLDER) + b'/' + GBK
os.mkdir(HERE)


def run(*args, status=0, cwd=None):
    r = subprocess.run([os.fsencode(BINARY), *(os.fsencode(str(a)) if not isinstance(a, bytes) else a for a in args), b'--lang', b'en'], capture_output=True, cwd=cwd)
    check(f'{args}: {r.stdout!r} {r.stderr!r}', r.returncode, status)
    return r


def write(path, features):
    with open(path, 'w', encoding='utf-8') as f:
        json.dump({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}} for p, ring in features]}, f)
    return path


def square(x, y, s):
    return [[x, y], [x + s, y], [x + s, y + s], [x, y + s], [x, y]]


areas = write(HERE + b'/' + GBK + b'.geojson', [({'id': 'R1', 'kind': 'nature_reserve', 'zone': 'core'}, square(84, 44, 1))])
rights = write(HERE + b'/rights.geojson', [({'id': 'C1', 'kind': 'mining_right'}, square(84.5, 44.1, .02))])
plain = write(FOLDER / 'areas.geojson', [({'id': 'R1', 'kind': 'nature_reserve', 'zone': 'core'}, square(84, 44, 1))])
shutil.copy(plain, HERE + b'/areas.geojson')

# --- Without a workspace: what the command line said stands in the manifest, and verify finds the files again.
out = HERE + b'/' + GBK + b'.gpkg'
DAY = ('--as-of', '2019-03-31')
run('overlay', '--areas', areas, '--activities', rights, *DAY, '-o', out, '--csv', HERE + b'/' + GBK + b'.csv')
run('verify', out)
run('verify', GBK + b'.gpkg', cwd=HERE, status=0)
with open(areas, 'a') as f: f.write(' ')
run('verify', out, status=1)
run('overlay', '--areas', areas, '--activities', rights, *DAY, '-o', out, '--overwrite', '--where', b"id <> '" + GBK + b"'", '--area-kind', b'=nature_reserve', '--zone-map', GBK + b'=core')
for args in (('explain', out, 'C1'), ('report', out, '--html', HERE + b'/r.html', '--xlsx', HERE + b'/r.xlsx'), ('qgis', out, '-o', HERE + b'/' + GBK + b'.qgz'), ('export', out, '-o', HERE + b'/k.kml'), ('verify', out)):
    run(*args)
check('every text of the ledger is UTF-8', rows(FOLDER / 'copy.gpkg', 'SELECT count(*) AS n FROM run')[0]['n'] > 10 if shutil.copy(out, FOLDER / 'copy.gpkg') else None, True)
import sqlite3
for key, value in sqlite3.connect(FOLDER / 'copy.gpkg').execute('SELECT key, value FROM run'): value.encode('utf-8')

# --- A workspace in such a folder, applications of such names, the prepared basemap, batches.
ws = HERE + b'/ws'
run('init', ws, '--demo')
run('overlay', '-w', ws, '-o', HERE + b'/ws.gpkg')
application = HERE + b'/' + '申请'.encode('gbk') + b'.txt'
with open(application, 'w') as f: f.write('1 85.10 44.10\n2 85.20 44.10\n3 85.20 44.20\n')
json_ = HERE + b'/s.json'
GIVEN = ('-w', ws, '--crs', 'EPSG:4490', '--kind', 'mining_right', '--json', json_, '--overwrite')


def screened(*more):
    r = subprocess.run([os.fsencode(BINARY), b'screen', application, *(a if isinstance(a, bytes) else a.encode() for a in (*GIVEN, *more))], capture_output=True)
    true(f'screen {more}: {r.returncode} {r.stderr!r}', r.returncode in (0, 1) and not r.stderr)
    with open(json_, encoding='utf-8') as f: return json.load(f)


first = screened()
true('the name of the file is there', first['applications'][0]['id'])
run('prepare', '-w', ws)
check('prepared or not', screened('--html', HERE + b'/s.html', '--cut', HERE + b'/c.txt')['applications'][0]['verdict'], first['applications'][0]['verdict'])
run('verify', json_, '-w', ws)
screened('--id', GBK, '--holder', GBK, '--with-draft', HERE + b'/areas.geojson', '--draft-kind', 'wetland')
run('verify', json_, '-w', ws)
run('convert', application, '--crs', 'EPSG:4490', '-o', HERE + b'/' + GBK + b'.txt')
run('restoration', 'status', '-w', ws)
run('doctor')
done()
