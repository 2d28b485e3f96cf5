"""The first view of a large project in QGIS.  usage: million.py REDLINE SOURCE [ACTIVITIES=1000000] [FOLDER]
Makes that many activities over the demonstration's protected areas (three of ten are rights of 4 to 12 corners, the others points; deterministic),
their ledger and project with the real program, then opens the project in QGIS without a screen and draws its first view, 1600 x 1000, three times, each
in a process of its own. Prints one line a step; with a folder the data stay there and are made only once. Exit status 1 where the view takes over 5 s."""
import json, math, os, pathlib, random, shutil, statistics, subprocess, sys, tempfile, time

LIMIT_S = 5
KINDS = ('油井', '旅游设施', '机井', '建筑物', '养殖', '采石场')
ACTIVITIES = '''
[[layer]]
name = "rights"
role = "activities"
source = "rights.csv"
crs = "EPSG:4490"
[[layer]]
name = "points"
role = "activities"
source = "points.csv"
crs = "EPSG:4490"
'''


def ring(rng, lon, lat):
    n, r = rng.randint(4, 12), rng.uniform(.001, .006)
    corners = [(lon + r * rng.uniform(.6, 1) * math.cos(2 * math.pi * k / n) / math.cos(math.radians(lat)),
                lat + r * rng.uniform(.6, 1) * math.sin(2 * math.pi * k / n)) for k in range(n)]
    return ','.join(f'{x:.7f} {y:.7f}' for x, y in corners + corners[:1])


def make_activities(folder, count):
    rng = random.Random(29)
    place = lambda: (rng.uniform(74, 96), rng.uniform(35, 49))
    with open(folder / 'rights.csv', 'w', encoding='utf-8') as f:
        f.write('id,name,kind,WKT\n')
        for i in range(count * 3 // 10):
            f.write(f'C{i:07d},矿{i},{"采矿权" if i % 3 else "探矿权"},"POLYGON (({ring(rng, *place())}))"\n')
    with open(folder / 'points.csv', 'w', encoding='utf-8') as f:
        f.write('id,name,kind,lon,lat\n')
        for i in range(count - count * 3 // 10):
            f.write('P{:07d},点{},{},{:.7f},{:.7f}\n'.format(i, i, KINDS[i % len(KINDS)], *place()))


def step(what, *command, env=None):
    start = time.monotonic()
    p = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, text=True, env=env)
    said = p.stdout.read()
    _, status, usage = os.wait4(p.pid, 0)
    if status:
        sys.exit(f'{what} failed: {said}')
    print(f'{what}\t{time.monotonic() - start:.1f} s\t{usage.ru_maxrss / 1024:.0f} MB', flush=True)
    return said


def make_workspace(source, folder, count):
    make_activities(folder, count)
    demonstration = pathlib.Path(source) / 'testdata' / 'xinjiang'
    for file in demonstration.glob('*_示意.*'):
        shutil.copy(file, folder)
    areas = (demonstration / 'redline.toml').read_text(encoding='utf-8').split('# ---- 活动')[0]
    (folder / 'redline.toml').write_text(areas + ACTIVITIES, encoding='utf-8')


def make(binary, source, folder, count):
    if (folder / 'ledger.gpkg').exists():
        return
    make_workspace(source, folder, count)
    step(f'overlay of {count} activities', binary, 'overlay', '-q', '-w', folder, '-o', folder / 'ledger.gpkg')


def first_view(folder):
    home = folder / 'home'
    home.mkdir(mode=0o700, exist_ok=True)
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LANG': 'C.UTF-8', 'QT_QPA_PLATFORM': 'offscreen'}
    reader = pathlib.Path(__file__).parent / 'first_view.py'
    return json.loads(step('QGIS', '/usr/bin/python3', reader, folder / 'map.qgz', folder / 'first_view.png', env=env).splitlines()[-1])


def main(binary, source, count='1000000', folder=None):
    folder = pathlib.Path(folder or tempfile.mkdtemp(prefix='redline-bench-'))
    folder.mkdir(exist_ok=True)
    make(binary, source, folder, int(count))
    step('project', binary, 'qgis', '-q', '--overwrite', folder / 'ledger.gpkg', '-o', folder / 'map.qgz', '--lang', 'zh')
    views = [first_view(folder) for _ in range(3)]
    for v in views:
        print('opened {opened:.2f} s, drawn {drawn:.2f} s, processor time {work:.2f} s, {layers} layers, scale 1:{scale:.0f}'.format(**v))
    whole = statistics.median(v['opened'] + v['drawn'] for v in views)
    print(f'first view: median {whole:.2f} s (at most {LIMIT_S})')
    return 1 if whole > LIMIT_S or any(v['wrong'] for v in views) else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
