"""Restoration tables as offices draw them: headings that a shapefile cuts, dashes for nothing, the unit above the table, names below it, serial numbers."""
from restoration_support import *
import json
from osgeo import osr

BULGAN = 'bulgan-beaver'
MU = 2000 / 3


def sites(ws, reserve=BULGAN, day='2019-03-31'):
    """claimed and accepted in 亩, by site."""
    return {x['site']: tuple(round(x[k] / MU, 2) for k in ('claimed_m2', 'accepted_m2')) for x in row(status(ws, day), reserve)['site_list']}


def shapefile(name, headings, rows):
    """UTF-8, whatever becomes of the headings; each row is a square further to the east."""
    path, system = FOLDER / f'{name}.shp', osr.SpatialReference()
    system.ImportFromEPSG(4490)
    source = ogr.GetDriverByName('ESRI Shapefile').CreateDataSource(str(path))
    layer = source.CreateLayer(name, system, ogr.wkbPolygon, ['ENCODING=UTF-8'])
    for h in headings:
        layer.CreateField(ogr.FieldDefn(h, ogr.OFTString))
    for n, values in enumerate(rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for i, v in enumerate(values):
            feature.SetField(i, v)
        x = 90 + n / 100
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f'POLYGON(({x} 46,{x + .001} 46,{x + .001} 46.001,{x} 46.001,{x} 46))'))
        layer.CreateFeature(feature)
    source = layer = None
    return path


# --- headings of three characters: what begins known names of one meaning is read, the rest is named; damage is no restoration ---
ws = workspace('cut')
rows_of = [('布尔根河狸', '甲', '破坏', '9', '亩', '2018-06-30', '2018-12-31', 'x'), ('布尔根河狸', '乙', '治理恢复', '6', '亩', '2018-06-30', '2018-12-31', 'y')]
file = shapefile('截断', ['保护区', '矿山名称', '治理阶段', '治理面积', '面积单位', '完成日期', '完成时限', '图斑号'], rows_of)
said = imported(ws, file).stdout
check('read as', [f'"{h}" was cut' in said for h in ('治理阶', '治理面', '面积单', '完成日', '矿山名')], [True] * 5)
true(f'may be two: {said}', '"完成时"' in said and '完成时间' in said and '完成时限' in said and '图斑号' in said and 'warning' in said)
got = {x['site']: (x['claimed_m2'], x['disturbed_m2']) for x in row(status(ws), BULGAN)['site_list']}
check('damage stays damage', (got['甲'][0], got['甲'][1] > 5000, got['乙'][0] > 3000), (0, True, True))
check('on its day', [r['day'].replace('/', '-') for r in rows(ws / 'restoration.gpkg', 'SELECT day FROM records')], ['2018-06-30'] * 2)

# --- polygons without a stage do not count as restored where a column that is not read seems to hold stages ---
for headings, value, words in [(['保护区', '矿山名称', '图斑阶段'], '弃渣', '图斑阶'), (['保护区', '矿山名称', 'JD'], '破坏', 'JD'), (['保护区', '矿山名称', '整治状态'], 'x', '整治状')]:
    ws = workspace(f'stageless {words}')
    file = shapefile(f'无阶段{words}', headings, [('布尔根河狸', '甲', value)])
    r = redline('restoration', 'import', '-w', ws, file)
    if words == 'JD' or '阶段' in words or '状态' in words:
        true(f'{words} is refused: {r.stderr}', r.returncode == 3 and f'"{words}"' in r.stderr and '--column' in r.stderr)
    else:
        true(f'{words} is named: {r.stdout}', r.returncode == 0 and 'warning' in r.stdout and words in r.stdout)
ws = workspace('stageless')
geo = FOLDER / '状态.geojson'
geo.write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'保护区': '布尔根河狸', '图斑状态': '破坏'}, 'geometry': {'type': 'Polygon', 'coordinates': [[[90, 46], [90.001, 46], [90.001, 46.001], [90, 46]]]}}]}, ensure_ascii=False))
true('refused', '"图斑状态"' in imported(ws, geo, status=3).stderr)
imported(ws, '--column', 'stage=图斑状态', geo)
check('read when it is said', [r['stage'] for r in rows(ws / 'restoration.gpkg', 'SELECT stage FROM records')], ['disturbed'])

done()
