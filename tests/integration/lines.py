"""Lines and sets of points against one reserve of 0.3 by 0.1 degrees: certainty, the place inside, and what is given twice."""
import json
from support import *

def write(path, features):
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': i}, 'geometry': g} for i, g in features]}))
    return path
def line(*points): return {'type': 'LineString', 'coordinates': points}
reserve = write(FOLDER / 'reserve.geojson', [('B', {'type': 'Polygon', 'coordinates': [[[85, 44.2], [85.3, 44.2], [85.3, 44.3], [85, 44.3], [85, 44.2]]]})])
def overlay(name, features):
    out = FOLDER / f'{name}.gpkg'
    r = redline('overlay', '--areas', reserve, '--area-kind', '=nature_reserve', '--activities', write(FOLDER / f'{name}.geojson', features),
                '--activity-kind', '=linear_infrastructure', '--accuracy', '5', '--as-of', '2019-03-31', '-o', out)
    check(f'{name}: exit status {r.stderr}', r.returncode, 0)
    return out

# Both accuracies together: 10 m. A degree of latitude is 111,113 m at 44.25°.
out = overlay('certainty', [
    ('through', line([84.5, 44.25], [85.4, 44.25])),           # 5.5 km from both sides
    ('along', line([84.5, 44.20007], [85.4, 44.20007])),       # 7.8 m from the southern side all the way
    ('rising', line([84.9, 44.2], [85.4, 44.20017])),          # 9.4 m in the middle, 14.7 m at 85.29
    ('corner', line([84.9999, 44.2002], [85.0003, 44.1998]))])  # across the corner, nowhere deeper than 4.7 m
got = {c['activity_id']: c for c in rows(out, 'SELECT activity_id, certainty, lon, lat FROM conflicts')}
check('certainty of straight lines', {i: c['certainty'] for i, c in got.items()},
      {'through': 'certain', 'along': 'within_accuracy', 'rising': 'certain', 'corner': 'within_accuracy'})
true(f'the place is the middle of what lies inside {got["through"]}', abs(got['through']['lon'] - 85.15) < 1e-4 and abs(got['through']['lat'] - 44.25) < 1e-9)
done()
