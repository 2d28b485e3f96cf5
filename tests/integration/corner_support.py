"""What the tests of corner lists share: a reserve beside them, applications as they were read, and convert with a look that the file is there where
the status says so."""
import json
from support import FOLDER, check, redline

reserve = FOLDER / 'reserves.geojson'
reserve.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': 'R'}, 'geometry': {
    'type': 'Polygon', 'coordinates': [[[83.4, 44.3], [83.5, 44.3], [83.5, 44.4], [83.4, 44.4], [83.4, 44.3]]]}}]}))
AREAS = ['--areas', reserve, '--area-kind', '=nature_reserve', '--area-id', 'id', '--as-of', '2026-06-01', '--overwrite']


def shoelace(ring):
    return abs(sum(a[1] * b[2] - b[1] * a[2] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def applications(source):
    """Name, hectares by the shoelace and verdict of each application, or what was said in their place; and all that was said."""
    r = redline('screen', source, *AREAS, '--json', FOLDER / 's.json')
    said = r.stdout + r.stderr
    if r.returncode not in (0, 1):
        return said, said
    out = json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications']
    read = [(a['id'].partition(':')[2], sum(shoelace(p[0]) - sum(map(shoelace, p[1:])) for p in a['parts']) / 1e4, a['verdict']) for a in out]
    return read, said + json.dumps(out, ensure_ascii=False)


def convert(source, *args, ending='geojson'):
    out = FOLDER / f'out.{ending}'
    out.unlink(missing_ok=True)
    r = redline('convert', source, '-o', out, *args)
    check(f'{source} {args}: written where the status says so', out.exists(), r.returncode < 2)
    return r
