"""Minerals as licences write them, and columns of minerals. On 2019-03-31 exploration in the experimental zone has to go, for oil and gas, uranium
and the strategic minerals a person decides (art. 18, 26; docs/rules.md): a mineral that nobody knows may be one of them."""
import json
from osgeo import osr
from support import *

out = FOLDER / 'ledger.gpkg'
def overlay(activities, kind='=探矿权', zone='实验区', options=()):
    areas = write('reserve.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': zone, '批准时间': '2000-01-01'}, box(79.9, 44, 3, .1))])
    r = redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', activities, '--activity-kind', kind, '--as-of', '2019-03-31', '-o', out, '--overwrite', *options)
    check(f'exit status ({r.stderr})', r.returncode, 0)
    return {x['activity_id']: x for x in rows(out, 'SELECT * FROM conflicts')}

def told(code):
    return [(x['feature'], json.loads(x['args'] or '[]')) for x in rows(out, f"SELECT feature, args FROM findings WHERE code = '{code}'")]

def rights(minerals, column='矿种', **more):
    """A right for each, 0.005° wide, valid, its number its mineral."""
    return [({'许可证号': f'P{i}', column: m, '有效期止': '2030-01-01', **more}, box(80 + .01 * i, 44.01, .005, .005)) for i, m in enumerate(minerals)]

def verdicts(got, minerals):
    return {m: (got[f'P{i}']['verdict'], got[f'P{i}']['disposition']) for i, m in enumerate(minerals)}

LISTED = '锂 锂矿 铜矿 铀 石油 锂辉石 锂辉石矿 盐湖锂 锂铍矿 稀有金属 铜多金属矿 锆英石 硫酸钾镁盐 油砂 油页岩 钾盐 砂岩型铀矿 铜、金 铁、铬'.split() + ['铜 矿', '铜\u3000矿', 'Copper ore', 'lithium']
UNKNOWN = ['某某石', '32006', '多金属', '贵金属', '金等', '铁、某某石']
ORDINARY = '建筑用砂 建筑用砂石 建筑用砂岩 金 金矿 岩金 铁 煤 盐 岩盐 石盐 湖盐 金刚石 钾长石 建筑用石料 石墨 晶质石墨 砂石 建筑石料用灰岩 砖瓦用粘土 铅锌 萤石（普通） 饰面用花岗岩 和田玉 矿泉水 Gold'.split()
for minerals, expected in ((LISTED, ('review', 'none')), (UNKNOWN, ('review', 'none')), (ORDINARY + [None, '', '/'], ('must_exit', 'notify'))):
    got = overlay(write('k.geojson', rights(minerals)))
    check('exploration in the experimental zone', verdicts(got, minerals), {m: expected for m in minerals})
    check('minerals that are told', sorted(told('run.unknown_mineral')), sorted((f'P{i}', [m, '1']) for i, m in enumerate(minerals) if minerals is UNKNOWN))
    for i, m in enumerate(minerals):
        trace = got[f'P{i}']['trace']
        check(f'{m}: said to be unstated', '矿种类别 未注明' in trace or 'mineral class not stated' in trace, m in (None, '', '/'))
        check(f'{m}: said to be unknown', '矿种类别 已写明但不认识' in trace or 'stated, but not known' in trace, minerals is UNKNOWN)
got = overlay(write('k.geojson', rights(['某某石'] * 3 + ['铁'])))
check('one finding for all that bear the word', told('run.unknown_mineral'), [('P0', ['某某石', '3'])])
# In the core every class has to go, so what is not known changes nothing there; a mining right for oil in the experimental zone is for review.
both = ['某某石', '铜、金', '铁']
check('exploration in the core', verdicts(overlay(write('k.geojson', rights(both)), zone='核心区'), both), {m: ('must_exit', 'notify') for m in both})
mining = ['石油', '油砂', '某某石', '铁', '铜', '铜、金', '煤层气、煤']
check('mining in the experimental zone', {m: v for m, (v, _) in verdicts(overlay(write('k.geojson', rights(mining)), kind='=采矿权'), mining).items()},
      {'石油': 'review', '油砂': 'review', '某某石': 'review', '铁': 'must_exit', '铜': 'must_exit', '铜、金': 'must_exit', '煤层气、煤': 'review'})
got = overlay(write('k.geojson', rights(['某某石'], mineral_class='ordinary')))
check('a class that is stated decides', (got['P0']['verdict'], told('run.unknown_mineral')), ('must_exit', []))

# The names of columns of minerals, also cut at the ten bytes of a .dbf.
def shapefile(path, features):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4490)
    gdal.PushErrorHandler('CPLQuietErrorHandler')  # it says which names it cuts
    ds = ogr.GetDriverByName('ESRI Shapefile').CreateDataSource(str(path))
    layer = ds.CreateLayer(path.stem, srs, ogr.wkbPolygon, ['ENCODING=UTF-8'])
    for name in features[0][0]: layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for values, geometry in features:
        f = ogr.Feature(layer.GetLayerDefn())
        for i, value in enumerate(values.values()): f.SetField(i, value)
        f.SetGeometry(ogr.CreateGeometryFromJson(json.dumps(geometry)))
        layer.CreateFeature(f)
    ds = None
    gdal.PopErrorHandler()
    return path

for i, column in enumerate('矿种 矿种名称 主矿种 主要矿种 勘查矿种 勘查主矿种 勘查主矿种名称 开采主矿种 开采矿种 开采主矿种名称'.split()):
    for path in (write('columns.geojson', rights(['铜'], column)), shapefile(FOLDER / f'columns{i}.shp', rights(['铜'], column))):
        got = overlay(path)['P0']
        check(f'{column} in {path.name}', (got['mineral'], got['verdict']), ('铜', 'review'))

# The same mineral in an application that is screened.
(FOLDER / 'app.csv').write_text('点号,经度,纬度\n1,80.01,44.01\n2,80.02,44.01\n3,80.02,44.02\n4,80.01,44.02\n')
for mineral, verdict in (('锂辉石矿', 'review'), ('某某石', 'review'), ('铁', 'must_exit')):
    r = redline('screen', FOLDER / 'app.csv', '--crs', 'EPSG:4490', '--kind', 'exploration_right', '--action', 'operate', '--mineral', mineral, '--valid-to', '2030-01-01', '--areas', FOLDER / 'reserve.geojson',
                '--area-kind', '=nature_reserve', '--as-of', '2019-03-31', '--json', FOLDER / 'app.json', '--overwrite')
    true(f'screen --mineral {mineral}: {r.stderr}', (FOLDER / 'app.json').exists())
    said = json.loads((FOLDER / 'app.json').read_text())['applications'][0]
    check(f'screen --mineral {mineral}', (said['verdict'], [f['code'] for f in said['findings'] if 'mineral' in f['code']]), (verdict, ['screen.unknown_mineral'] if mineral == '某某石' else []))
done()
