"""Growth of the restoration ledger: import and status by numbers and by polygons, times and peak memory.
usage: restoration.py REDLINE [SITES=1000,10000,100000] [POLYGONS=5000,50000]
Ten records a site; five polygons a site of 14 corners, inside the drawn reserves, every fiftieth site over its neighbour. Deterministic.
Prints one line a step, tab-separated: what, seconds, seconds of processor, peak resident memory in MB."""
import csv, json, math, os, pathlib, random, subprocess, sys, tempfile, time

binary = sys.argv[1]
sites = [int(n) for n in (sys.argv[2] if len(sys.argv) > 2 else '1000,10000,100000').split(',') if n]
polygons = [int(n) for n in (sys.argv[3] if len(sys.argv) > 3 else '5000,50000').split(',') if n]
source = pathlib.Path(__file__).parents[2]
reserves = ['罗布泊野骆驼', '卡拉麦里', '塔什库尔干', '阿尔泰两河源', '布尔根河狸', '艾比湖湿地', '中昆仑', '阿尔金山', '巴音布鲁克', '哈纳斯']
stages = ['破坏', '设施拆除', '治理恢复', '治理恢复', '治理恢复', '自验', '县级验收', '州级验收', '销号', '治理恢复']


def write_records(path, n):
    random.seed(1)
    with open(path, 'w', encoding='utf-8') as f:
        f.write('编号,保护区,治理点,面积,单位,阶段,日期,时限\n')
        for s in range(n):
            for k, stage in enumerate(stages):
                area = '600' if k == 0 else f'{random.randint(1, 9999) / 100}' if stage == '治理恢复' else ''
                f.write(f'r{s}-{k},{reserves[s % 10]},点{s},{area},{"亩" if area else ""},{stage},{2010 + k}-0{1 + k % 9}-{1 + s % 28:02},2018-06-30\n')


def places(n):
    """Centres on a lattice inside the large reserves of the drawing, 0.012 degrees apart."""
    drawn = {}
    for f in json.load(open(source / 'testdata/xinjiang/自然保护区_示意.geojson', encoding='utf-8'))['features']:
        corners = [p for part in (f['geometry']['coordinates'] if f['geometry']['type'] == 'MultiPolygon' else [f['geometry']['coordinates']]) for p in part[0]]
        drawn.setdefault(f['properties']['BHQMC'], []).extend(corners)
    boxes = [(min(x for x, _ in c), min(y for _, y in c), max(x for x, _ in c), max(y for _, y in c)) for c in drawn.values()]
    boxes = [(x0 + (x1 - x0) * .3, y0 + (y1 - y0) * .3, x1 - (x1 - x0) * .3, y1 - (y1 - y0) * .3) for x0, y0, x1, y1 in boxes if (x1 - x0) * (y1 - y0) > 1]
    out = [(b[0] + .012 * i, b[1] + .012 * j) for b in boxes for i in range(int((b[2] - b[0]) / .012)) for j in range(int((b[3] - b[1]) / .012))]
    random.seed(2)
    random.shuffle(out)
    if n > len(out):
        sys.exit(f'only {5 * len(out)} polygons fit')
    return out[:n]


def write_polygons(path, n):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('{"type":"FeatureCollection","features":[\n')
        random.seed(3)
        between = ''
        for s, (x, y) in enumerate(places(n // 5)):
            if s % 50 == 0:
                x += .008
            ring = [[round(x + .004 * (1 + .3 * random.random()) * math.cos(2 * math.pi * i / 14), 9), round(y + .004 * (1 + .3 * random.random()) * math.sin(2 * math.pi * i / 14), 9)]
                    for i in range(14)]
            for k, stage in enumerate(['破坏', '设施拆除', '治理恢复', '自验', '县级验收']):
                feature = {'type': 'Feature', 'properties': {'编号': f'p{s}-{k}', '治理点': f'点{s}', '治理项目': '甲', '阶段': stage, '日期': f'{2012 + k}-01-01'},
                           'geometry': {'type': 'Polygon', 'coordinates': [ring + ring[:1]]}}
                f.write(between + json.dumps(feature, ensure_ascii=False))
                between = ',\n'
        f.write(']}\n')


def run(what, *args, out=os.devnull):
    start = time.monotonic()
    with open(out, 'w') as target:
        p = subprocess.Popen([binary, *map(str, args)], stdout=target)
        _, code, usage = os.wait4(p.pid, 0)
    if code:
        sys.exit(f'{what} failed')
    print(f'{what}\t{time.monotonic() - start:.1f}\t{usage.ru_utime + usage.ru_stime:.1f}\t{usage.ru_maxrss / 1024:.0f}', flush=True)


def walk(folder, what, table, demo):
    """Import and state of one size; the state must speak of what was imported."""
    subprocess.run([binary, 'init', str(folder / 'ws'), '--quiet', *demo], check=True)
    run(f'import, {what}', 'restoration', 'import', '-w', folder / 'ws', table, '--quiet')
    run(f'status, {what}', 'restoration', 'status', '-w', folder / 'ws', '--as-of', '2020-12-31', '--csv', out=folder / 'status.csv')
    region = list(csv.DictReader(open(folder / 'status.csv', encoding='utf-8-sig')))[-1]
    if float(region['accepted_m2']) <= 0:
        sys.exit(f'{what}: nothing was accepted')


with tempfile.TemporaryDirectory(prefix='redline-bench-') as d:
    for n in sites:
        folder = pathlib.Path(d) / f'n{n}'
        folder.mkdir()
        write_records(folder / 'records.csv', n)
        walk(folder, f'{10 * n:,} records of {n:,} sites', folder / 'records.csv', [])
    for n in polygons:
        folder = pathlib.Path(d) / f'p{n}'
        folder.mkdir()
        write_polygons(folder / 'polygons.geojson', n)
        walk(folder, f'{n:,} polygons of {n // 5:,} sites', folder / 'polygons.geojson', ['--demo'])
