"""Shapefiles whose names of fields the ten bytes of a .dbf have cut, as GDAL writes them, in UTF-8 with and without a .cpg and in GBK: what the
columns mean is told by the bytes that are left, by the other columns and by the values; what stays open is said, and whole names map it."""
from osgeo import osr
from support import *

def box(x0, y0, x1, y1):
    return f'POLYGON (({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))'

CORE, EXPERIMENTAL = box(89, 45, 89.2, 45.3), box(89.4, 45, 89.6, 45.3)
INSIDE, ACROSS = box(89.1, 45.1, 89.12, 45.12), box(89.55, 45.1, 89.65, 45.12)  # of the core; half of it in the experimental zone
INSIDE_M2, ACROSS_M2 = 3498310.3, 8745775.7  # on the ellipsoid of CGCS2000 between meridians and parallels (Snyder 1987, 3-12)
RESERVE = {'保护区编号': 'K01', '保护区名称': '卡拉麦里山有蹄类野生动物自然保护区', '保护区级别': '自治区级', '功能分区': '', '批建时间': '1982-04-01'}
RIGHT = {'许可证号': '', '矿山名称': '一号', '采矿权人': '甲', '采矿权人地址': '某路一号', '有效期起': '2005-01-01', '有效期止': '2025-01-01', '签发时间': '2005-01-01', '开采矿种': '煤'}

def shapefile(path, features, encoding='UTF-8', cpg=True):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4490)
    path.parent.mkdir(exist_ok=True)
    gdal.PushErrorHandler('CPLQuietErrorHandler')  # it says which names it cuts
    ds = ogr.GetDriverByName('ESRI Shapefile').CreateDataSource(str(path))
    layer = ds.CreateLayer(path.stem, srs, ogr.wkbPolygon, [f'ENCODING={encoding}'])
    for name in features[0][0]: layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for values, wkt in features:
        f = ogr.Feature(layer.GetLayerDefn())
        for i, value in enumerate(values.values()): f.SetField(i, value)
        f.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(f)
    ds = None
    gdal.PopErrorHandler()
    if not cpg: path.with_suffix('.cpg').unlink()
    return path

def reserve(path, change=(), **how):
    fields = {**RESERVE, **dict(change)}
    return shapefile(path, [({**fields, '功能分区': z}, g) for z, g in (('核心区', CORE), ('实验区', EXPERIMENTAL))], **how)

def renamed(names):
    """The rights with columns called otherwise, in the same places."""
    return [{names.get(k, k): v for k, v in {**RIGHT, '许可证号': n}.items() if names.get(k, k)} for n in ('C650001', 'C650002')]

def rights(path, values, **how):
    return shapefile(path, list(zip(values, (INSIDE, ACROSS))), **how)

def overlay(areas, activities, *more, status=0):
    out = activities.with_suffix('.gpkg')
    r = redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', activities, '--activity-kind', '=采矿权', '--as-of', '2019-03-31', '-o', out, '--overwrite', *more)
    check(f'{activities.parent.name}: {more}: {r.stderr}', r.returncode, status)
    return r.stderr if status else out

def said(out, code):
    return [f['text'] for f in rows(out, f"SELECT text FROM findings WHERE code = '{code}'")]

def dates(out):
    return [tuple(d and d.replace('/', '-') for d in (r['valid_from'], r['valid_to'])) for r in rows(out, 'SELECT valid_from, valid_to FROM conflicts ORDER BY activity_id')]

def dispositions(out):
    return {r['activity_id']: r['disposition'] for r in rows(out, 'SELECT activity_id, disposition FROM conflicts')}

DATES = [('2005-01-01', '2025-01-01')] * 2
RIGHT_ONES = {'C650001': 'notify', 'C650002': 'cut'}  # in the core, of a day before its licence of 2005 or that; partly inside

# --- The bytes of the character that was cut tell 起 from 止; the numbered names (保护\xE5\x8C_1, 采矿\xE6\x9D_1) are not taken for another encoding.
for name, how in (('utf8', {}), ('utf8_bare', {'cpg': False}), ('gbk', {'encoding': 'GBK'}), ('gbk_bare', {'encoding': 'GBK', 'cpg': False})):
    here = FOLDER / name
    out = overlay(reserve(here / '保护区.shp', **how), rights(here / '采矿权.shp', renamed({}), **how))
    check(f'{name}: days', dates(out), DATES)
    check(f'{name}: disposition', dispositions(out), RIGHT_ONES)
    check(f'{name}: encoding', {r['encoding'] for r in rows(out, 'SELECT encoding FROM layers_checked')}, {'GB18030' if 'gbk' in name else 'UTF-8'})
    for code in ('read.encoding_contradicted', 'read.duplicate_field', 'read.cut_open', 'read.cut_same'): check(f'{name}: {code}', said(out, code), [])
    pairs = {(r['activity_id'], r['zone']): round(r['overlap_m2'], 1) for r in rows(out, 'SELECT activity_id, zone, overlap_m2 FROM conflicts')}
    check(f'{name}: areas', pairs, {('C650001', 'core'): INSIDE_M2, ('C650002', 'experimental'): ACROSS_M2})
    check(f'{name}: the reserve', {(r['area_id'], r['area_name'], r['area_level']) for r in rows(out, 'SELECT area_id, area_name, area_level FROM conflicts')}, {('K01', RESERVE['保护区名称'], RESERVE['保护区级别'])})
    check(f'{name}: the holder', {r['holder'] for r in rows(out, 'SELECT holder FROM conflicts')}, {'甲'})

# --- 起 and 至 begin with the same byte: of two columns of days the earlier one is the first, in whatever order they stand.
areas = reserve(FOLDER / 'areas' / '保护区.shp')
UNTIL = {'有效期止': '有效期至'}
here = FOLDER / 'until'
out = overlay(areas, rights(here / 'a.shp', renamed(UNTIL)))
check('起, 至', (dates(out), dispositions(out)), (DATES, RIGHT_ONES))
true(f'the values told it: {said(out, "read.cut_by_values")}', any('有效期 = 有效期起, 有效_1 = 有效期至' in t for t in said(out, 'read.cut_by_values')))
turned = [dict(v, **{'有效期起': '2025-01-01', '有效期至': '2005-01-01'}) for v in renamed(UNTIL)]
turned = [{{'有效期起': '有效期至', '有效期至': '有效期起'}.get(k, k): x for k, x in v.items()} for v in turned]
check('the same bytes, 至 first', dates(overlay(areas, rights(here / 'b.shp', turned))), DATES)

# --- Values that contradict each other leave both open: no end of validity, no verdict that needs one, and a word; whole names that both may bear
# are refused, the names as they are shown are taken.
unlike = renamed(UNTIL)
unlike[1].update({'有效期起': '2025-01-01', '有效期至': '2005-01-01'})
file = rights(here / 'c.shp', unlike)
out = overlay(areas, file)
check('left open', dates(out), [(None, None)] * 2)
check('both are named', ['"有效期"' in t or '"有效_1"' in t for t in said(out, 'read.cut_open')], [True, True])
toml = here / 'redline.toml'

def workspace(fields, status=0, activities='c.shp'):
    toml.write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n'
                    f'[[layer]]\nname = "保护区"\nrole = "areas"\nsource = "{areas}"\nkind = "nature_reserve"\n'
                    f'[[layer]]\nname = "采矿权"\nrole = "activities"\nsource = "{activities}"\nkind = "mining_right"\n[layer.fields]\n'
                    + ''.join(f'{k} = "{v}"\n' for k, v in fields.items()))
    r = redline('overlay', '-w', here, '-o', here / 'w.gpkg', '--overwrite')
    check(f'{fields}: {r.stderr}', r.returncode, status)
    return r.stderr if status else here / 'w.gpkg'

error = workspace({'valid_to': '有效期至'}, 3)
true(f'both may be called so: {error}', '有效期' in error and '有效_1' in error and 'several' in error)
check('by the names that are shown', dates(workspace({'valid_from': '有效期', 'valid_to': '有效_1'})), [DATES[0], (None, None)])  # the second ends before it begins

# --- One column alone that may be either is neither; its whole name maps it, and so it does for 止 and for names that are not known.
alone = renamed({'有效期起': '', '有效期止': '有效期至'})
rights(here / 'd.shp', alone)
out = workspace({}, activities='d.shp')
check('either', (dates(out), len(said(out, 'read.cut_open'))), ([(None, None)] * 2, 1))
out = workspace({'valid_to': '有效期至'}, activities='d.shp')
check('mapped', (dates(out), said(out, 'read.cut_open')), ([(None, '2025-01-01')] * 2, []))
rights(here / 'e.shp', renamed({}))
out = workspace({'valid_to': '有效期止', 'valid_from': '有效期起', 'holder': '采矿权人地址'}, activities='e.shp')
check('whole names', (dates(out), {r['holder'] for r in rows(out, 'SELECT holder FROM conflicts')}), (DATES, {'某路一号'}))
error = workspace({'valid_to': '有效期'}, 3, activities='e.shp')
true(f'what two columns share names neither: {error}', '有效期#5' in error and '有效期#6' in error)
check('by their places', dates(workspace({'valid_to': '有效期#6', 'valid_from': '有效期#5'}, activities='e.shp')), DATES)
out = overlay(areas, here / 'e.shp', '--where', '"有效期#6" > \'2020\'')
check('in a condition', len(dates(out)), 2)

# --- All ends lie years behind the issue of the licence (at least three rows): they are ends. Where one does not, or without that column, it stays open.
three = [{'许可证号': f'C{i}', '签发时间': f'201{i}-03-01', '有效期至': f'202{i}-03-01'} for i in range(3)]
here3 = FOLDER / 'ends'
issued = lambda name, values: shapefile(here3 / name, [(v, INSIDE) for v in values])
check('ends behind the issue', dates(overlay(areas, issued('a.shp', three))), [(None, f'202{i}-03-01') for i in range(3)])
check('starts at the issue', dates(overlay(areas, issued('b.shp', [dict(v, 有效期至=v['签发时间']) for v in three]))), [(None, None)] * 3)
check('one at the issue', dates(overlay(areas, issued('c.shp', [*three, dict(three[0], 许可证号='C3', 有效期至='2010-03-01')]))), [(None, None)] * 4)

# --- One row of five that ends before it begins: the columns are read by the others, that row has neither end and is named.
five = [{'许可证号': f'C{i}', '有效期起': f'201{i}-03-01', '有效期至': f'202{i}-03-01'} for i in range(4)] + [{'许可证号': 'C4', '有效期起': '2025-01-01', '有效期至': '2015-01-01'}]
out = overlay(areas, issued('d.shp', five))
check('one row the wrong way round', dates(out), [(f'201{i}-03-01', f'202{i}-03-01') for i in range(4)] + [(None, None)])
check('and it is named', [r['feature'] for r in rows(out, "SELECT feature FROM findings WHERE code = 'run.term_backwards'")], ['C4'])

# --- Columns of terms and of ends with longer names, cut and whole.
TERM = '2015-03-01至2025-03-01'
for name, columns, how in (('term', {'有效期限': TERM}, {}), ('term_gbk', {'有效期限': TERM}, {'encoding': 'GBK'}), ('licence', {'许可证有效期限': TERM}, {'encoding': 'GBK'}), ('licence_utf8', {'许可证有效期': TERM}, {}), ('bare', {'有效期': TERM}, {}),
                           ('ends', {'有效起始日期': '2015-03-01', '有效终止日期': '2025-03-01'}, {}), ('ends_gbk', {'有效期起始日期': '2015-03-01', '有效期终止日期': '2025-03-01'}, {'encoding': 'GBK'}), ('plain', {'起始日期': '2015-03-01', '终止日期': '2025-03-01'}, {'encoding': 'GBK'})):
    out = overlay(areas, shapefile(FOLDER / 'terms' / f'{name}.shp', [({'许可证号': 'C1', **columns}, INSIDE)], **how))
    check(f'{name}: {said(out, "read.cut_open")}', dates(out), [('2015-03-01', '2025-03-01')])

# --- 保护区\xE7 is 编号 or 级别: by values; a sort of reserve is neither.
for name, change, want in (('level alone', {'保护区编号': None}, ('自治区级',)), ('code alone', {'保护区级别': None}, ('K01',))):
    fields = {k: v for k, v in RESERVE.items() if k not in change}
    file = shapefile(FOLDER / name.replace(' ', '_') / 'r.shp', [({**fields, '功能分区': z}, g) for z, g in (('核心区', CORE), ('实验区', EXPERIMENTAL))])
    out = overlay(file, here / 'e.shp')
    check(name, {r['area_level' if 'level' in name else 'area_id'] for r in rows(out, 'SELECT area_id, area_level FROM conflicts')}, set(want))
file = shapefile(FOLDER / 'sort' / 'r.shp', [({'保护区类型': '荒漠生态', '保护区名称': RESERVE['保护区名称'], '功能分区': z}, g) for z, g in (('核心区', CORE), ('实验区', EXPERIMENTAL))])
out = overlay(file, here / 'e.shp')
check('neither', {(r['area_level'], r['area_name']) for r in rows(out, 'SELECT area_level, area_name FROM conflicts')}, {(None, RESERVE['保护区名称'])})
true('and said', any('保护区编号' in t and '保护区级别' in t for t in said(out, 'read.cut_open')))

# --- The survey's 矿区面积 is not in km², also where 图斑编号 is cut.
survey = [{'图斑编号': f'T{i}', '矿区面积': '2', '有效期止': '2025-01-01'} for i in range(2)]
true('no unit', any('矿区面' in t for t in said(overlay(areas, rights(here / 'f.shp', survey)), 'read.area_unit')))
# --- Of a bracket a byte is left: the name in front of it is whole, the unit is lost.
out = overlay(areas, rights(here / 'g.shp', [{'许可证号': 'C1', '申请人（盖章）': '甲', '总面积（公顷）': '350'}] * 2))
check('before a bracket', ({r['holder'] for r in rows(out, 'SELECT holder FROM conflicts')}, ['总面积' in t for t in said(out, 'read.area_unit')]), ({'甲'}, [True]))
out = overlay(areas, rights(here / 'h.shp', [{'矿区面积（公顷）': '350'}] * 2, encoding='GBK'))
check('in GBK', (len(said(out, 'read.area_unit')), [r['declared_m2'] for r in rows(out, 'SELECT declared_m2 FROM activity_areas')]), (1, [None] * 2))

# --- An area with its unit in the cell; one that is none.
cells = [('0.4445平方公里', 444500), ('0.4445', 444500), ('44.45公顷', 444500), ('666.75 亩', 444500), ('未定', None), ('', None)]
file = shapefile(here / 'i.shp', [({'许可证号': f'C{i}', '矿区面积': c}, INSIDE) for i, (c, _) in enumerate(cells)], encoding='GBK')
out = overlay(areas, file)
check('areas in their cells', [r['declared_m2'] for r in rows(out, 'SELECT declared_m2 FROM activity_areas ORDER BY activity_id')], [m for _, m in cells])
check('what is none', ['未定' in t for t in said(out, 'run.bad_area')], [True])
done()
