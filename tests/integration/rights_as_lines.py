"""Rights, pits, plants and the like that are drawn as lines: closed ones are the ground they enclose in every format, open ones are never clear."""
import json
from support import *

def write(path, features):
    path = FOLDER / path
    path.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': p, 'geometry': g} for p, g in features]}))
    return path
def ring(x0, y0, x1, y1): return [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]
def line(points): return {'type': 'LineString', 'coordinates': points}
def polygon(*rings): return {'type': 'Polygon', 'coordinates': rings}
areas = write('areas.geojson', [({'编号': 'A1', '名称': '乌兰自然保护区'}, polygon(ring(84.05, 44.05, 84.06, 44.06)))])
outline = ring(84.0, 44.0, 84.1, 44.1)
facts = {'许可证号': 'C1', '矿种': '煤', '有效期止': '2025-01-01'}
n = 0
def overlay(activities, kind='=采矿权', *more):
    global n
    n += 1
    out = FOLDER / f'{n}.gpkg'
    r = redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', activities, '--activity-kind', kind, '--as-of', '2019-03-31', '-o', out, *more)
    check(f'{activities}: exit {r.stderr}', r.returncode, 0)
    return out
def verdicts(path): return [a['verdict'] for t in ('activity_areas', 'activity_lines', 'activity_points') for a in rows(path, f'SELECT verdict FROM {t}')]
def conflicts(path): return [tuple(c.values()) for c in rows(path, 'SELECT overlap_m2, verdict, disposition FROM conflicts')]
def told(path, code): return [f['feature'] or f['text'] for f in rows(path, f"SELECT feature, text FROM findings WHERE code = '{code}'")]

wanted = conflicts(overlay(write('polygon.geojson', [(facts, polygon(outline))])))
true(f'the polygon overlaps the whole reserve: {wanted}', len(wanted) == 1 and abs(wanted[0][0] - 890374) < 1 and wanted[0][1:] == ('must_exit', 'cut'))
closed = write('closed.geojson', [(facts, line(outline))])
kml = FOLDER / 'closed.kml'
def placemark(geometry): return f'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>C1</name><ExtendedData><Data name="有效期止"><value>2025-01-01</value></Data></ExtendedData>{geometry}</Placemark></Document></kml>'
corners = ' '.join(f'{x},{y},0' for x, y in outline)
kml.write_text(placemark(f'<LineString><coordinates>{corners}</coordinates></LineString>'))
linear_ring = FOLDER / 'ring.kml'
linear_ring.write_text(placemark(f'<LinearRing><coordinates>{corners}</coordinates></LinearRing>'))
shape = FOLDER / 'closed.shp'
gdal.VectorTranslate(str(shape), str(closed), format='ESRI Shapefile', layerCreationOptions=['ENCODING=UTF-8'])
multi = write('multi.geojson', [(facts, {'type': 'MultiLineString', 'coordinates': [outline, ring(84.2, 44.2, 84.3, 44.3)]})])
for source in (closed, kml, linear_ring, shape, multi):
    out = overlay(source)
    check(f'{source.name}: as the polygon', conflicts(out), wanted)
    check(f'{source.name}: it is said once', len(told(out, 'run.right_of_closed_line')), 1)
check('exploration rights too', len(conflicts(overlay(closed, '=探矿权'))), 1)
inside = overlay(write('inside.geojson', [(facts, line(ring(84.052, 44.052, 84.055, 44.055)))]))
true('wholly inside: an area, not a length', conflicts(inside)[0][0] > 1000)
road = overlay(closed, '=道路')
check('a road that is a ring stays a line', (len(rows(road, 'SELECT fid FROM activity_lines')), told(road, 'run.right_of_closed_line'), verdicts(road)), (1, [], ['clear']))

# An outline with a gap, one drawn to and fro: what they enclose is not known.
for name, points in (('gap', outline[:-1]), ('fro', [[84, 44], [84.1, 44], [84.1, 44.001], [84.1, 44], [84, 44]])):
    out = overlay(write(f'{name}.geojson', [(facts, line(points))]))
    check(f'{name}: for review, said of the feature', (verdicts(out), told(out, 'run.right_of_open_line')), (['review'], ['C1']))
    r = redline('explain', out, 'C1')
    true(f'{name}: explained {r.stdout}', 'not closed' in r.stdout)
through = overlay(write('through.geojson', [(facts, line([[84, 44.055], [84.1, 44.055]]))]))
check('an open line through the reserve is no less severe', verdicts(through), ['must_exit'])

# Other kinds that are ground. Roads, and open lines of what may be a line, stay lines.
LINES = 'SELECT fid FROM activity_lines'
for kind in ('采石场', '选矿厂', '旅游设施', '能源设施', '光伏电站', '养殖', '房屋', '耕地', '放牧', '科研站', 'mine_site', 'restoration_works'):
    want = verdicts(overlay(write('ground.geojson', [({'编号': 'C1'}, polygon(outline))]), f'={kind}'))
    drawn = write('drawn.geojson', [({'编号': 'C1'}, line(outline)), ({'编号': 'C2'}, line(ring(84.052, 44.052, 84.055, 44.055)))])
    out = overlay(drawn, f'={kind}')
    met = conflicts(out)
    true(f'{kind}: areas, not lengths: {met}', len(met) == 2 and all(m[0] > 1000 for m in met) and max(m[0] for m in met) > 890000)
    check(f'{kind}: the verdict of the polygon', verdicts(out)[0], want[0])
    check(f'{kind}: told once, with how many', (len(told(out, 'run.ground_of_closed_line')), rows(out, LINES)), (1, []))
check('the red-line patch inside a pit in KML', len(conflicts(overlay(kml, '=采石场'))), 1)
for kind in ('采石场', '选矿厂', '养殖', '房屋', '油井'):
    out = overlay(write('open.geojson', [({'编号': 'C1'}, line(outline[:-1]))]), f'={kind}')
    check(f'{kind}: an open line is for review', (verdicts(out), told(out, 'run.ground_of_open_line')), (['review'], ['C1']))
    true(f'{kind}: explained', 'drawn as a line' in redline('explain', out, 'C1').stdout)
for kind in ('其他', '某种东西'):
    out = overlay(closed, f'={kind}')
    check(f'{kind}: a closed line of unknown kind is for review', (verdicts(out), told(out, 'run.ground_of_open_line')), (['review'], ['C1']))
for kind in ('道路', '管线', 'linear_infrastructure'):
    out = overlay(closed, f'={kind}')
    check(f'{kind}: a ring stays a line', (len(rows(out, LINES)), verdicts(out), told(out, 'run.ground_of_closed_line')), (1, ['clear'], []))
for kind in ('旅游设施', '能源设施', '旅游活动', '其他'):
    out = overlay(write('trail.geojson', [({'编号': 'C1'}, line([[84, 44], [84.1, 44], [84.1, 44.02]]))]), f'={kind}')
    check(f'{kind}: an open line is a line', (len(rows(out, LINES)), verdicts(out), told(out, 'run.ground_of_open_line')), (1, ['clear'], []))
parts = write('parts.geojson', [({'编号': 'C1'}, {'type': 'MultiLineString', 'coordinates': [outline, [[84.2, 44.2], [84.3, 44.3]]]})])
check('a closed line beside an open one is for review', verdicts(overlay(parts, '=旅游设施')), ['review'])

done()
