"""A table that says Xi'an 80, Beijing 54 or GCJ-02 of itself is never taken as CGCS2000; what speaks of CGCS2000 or of what was converted is."""
from support import *
from table_support import overlaid

areas = write('areas.geojson', [({'编号': 'A1', '名称': '乌兰自然保护区', '功能分区': '核心区'}, box(83.5, 44.0, 0.5, 0.5))])
WELL = ('井1', 84.0005, 44.2)
METRES = ('井1', 4896000.0, 28500020.0)


def refused(what, lines, *more, **how):
    r, out = overlaid(areas, lines, *more, **how)
    true(f'{what}: {r.returncode} {r.stdout} {r.stderr}', r.returncode == 3 and 'says that its coordinates are' in r.stderr and not out.exists())


def read(what, lines, *more, **how):
    r, out = overlaid(areas, lines, *more, **how)
    check(f'{what}: {r.stderr}', r.returncode, 0)
    if r.returncode == 0:
        check(what, len(rows(out, 'SELECT fid FROM activity_points')), 1)


HEAD = ('井号', '经度', '纬度')
OTHERS = ('1980西安坐标系', '西安80坐标系', '1980年西安坐标系', '北京54', '1954年北京坐标系', '1954北京坐标系', 'Xian 1980', 'Xian80', 'Beijing_1954', 'GCJ-02', '火星坐标系', 'BD09')
for word in OTHERS:
    refused(f'title {word}', [(f'{word}井位表', '', ''), HEAD, WELL])
    refused(f'title, behind a colon, {word}', [('某油田井位表', '', ''), (f'坐标系：{word}', '', ''), HEAD, WELL])
    refused(f'heading {word}', [('井号', f'经度({word})', f'纬度({word})'), WELL])
    for column in ('坐标系统', '坐标系', '坐标系名称', '大地基准', 'CRS', 'datum'):
        refused(f'{column} {word}', [(*HEAD, column), (*WELL, word)])
# Samples; all of them are in the tests of the layers.
SPELLED = ('BJ54', 'BJ_54', 'bj54', 'BJ54坐标系', 'Beijing54', 'GCS_Beijing_1954', 'BEIJING 1954', '北京1954', '54北京', '1954年北京坐标', '新54坐标', '新北京54', '北京五四坐标系', '54坐标系', '克拉索夫斯基椭球', 'XA80', 'XA_80', 'xa80', 'Xian80', "Xi'an 80", 'Xian_1980_3_Degree_GK_Zone_28', '西安-80', '80西安', '1980年西安', '八零坐标', '西安大地坐标系1980', '80坐标系', '1980国家大地坐标系', '80国家大地坐标系', '国家1980大地坐标系', 'IAG-75', '高德坐标', '高德经纬度')
for i, word in enumerate(SPELLED):
    if i % 4 == 0: refused(f'title ({word})', [(f'塔河油田井位表（{word}，3度带）', '', ''), HEAD, WELL])
    if i % 4 == 1: refused(f'column of systems {word}', [(*HEAD, '坐标系'), (*WELL, word)])
    if i % 4 == 2: refused(f'heading {word}', [('井号', f'经度({word})', f'纬度({word})'), WELL])
    if i % 4 == 3: refused(f'name of the file {word}', [HEAD, WELL], name=f'井位_{word}')
for word in ('P54', '54系', '老54', '百度', 'EPSG:4610', 'EPSG::2359'):
    refused(f'bare cell {word}', [(*HEAD, '坐标系'), (*WELL, word)])
for how in ([('塔河油田井位表（BJ54，3度带28带）', '', ''), ('井号', 'X', 'Y'), METRES], [('井号', 'X', 'Y', '坐标系'), (*METRES, 'BJ54')],
            [('', 'BJ54坐标', '', 'CGCS2000坐标', ''), ('井号', 'X', 'Y', 'X', 'Y'), (*METRES, *METRES[1:])]):
    refused('metres, abbreviated', how, '--activities-crs', 'EPSG:4516')
refused('a note with the abbreviation alone', [HEAD, WELL, ('坐标系', 'BJ54', '')])
r, _ = overlaid(areas, [(*HEAD, '坐标系'), (*WELL, 'BJ54')], '--activities-crs', 'EPSG:4214')
true(f'BJ54 by its own CRS asks for parameters: {r.stderr}', r.returncode == 3 and 'transformation parameters' in r.stderr)
for word in ('西安80', '80', '1980', '54'):
    refused(f'bare word in the column: {word}', [(*HEAD, '坐标系'), (*WELL, word)])
refused('of the last row only', [(*HEAD, '坐标系'), *[(f'井{i}', 84.0005, 44.2, '2000国家大地坐标系') for i in range(300)], ('井x', 84.0005, 44.2, '西安80')])
refused('a note below the table', [(*HEAD, '备注'), (*WELL, ''), ('注：坐标为1980西安坐标系', '', '', '')])
refused('the name of the file', [HEAD, WELL], name='井位表_西安80')
for lines in ([('1980西安坐标系（3度带）井位表', '', ''), ('井号', 'X', 'Y'), METRES], [('井号', 'X', 'Y', '坐标系统'), (*METRES, '1980西安坐标系')]):
    refused('metres whose CRS is said to be CGCS2000', lines, '--activities-crs', 'EPSG:4516')
refused('chosen headings', [('井号', '西安80 X', '西安80 Y'), METRES], '--activities-crs', 'EPSG:4516', '--x-field', '西安80 Y', '--y-field', '西安80 X')
r, _ = overlaid(areas, [(*HEAD, '坐标系'), (*WELL, '西安80')], '--activities-crs', 'EPSG:4610')
true(f'by its own CRS it asks for parameters: {r.stderr}', r.returncode == 3 and 'transformation parameters' in r.stderr)
refused('Beijing 54 whose CRS is said to be Xi\'an 80', [(*HEAD, '坐标系'), (*WELL, '北京54')], '--activities-crs', 'EPSG:4610')
r, _ = overlaid(areas, [(*HEAD, '坐标系'), (*WELL, '西安80')], '--lang', 'zh')
true(f'in Chinese: {r.stderr}', '写明坐标是“西安80”' in r.stderr and '--where' in r.stderr)
book = FOLDER / 'book.xlsx'
ds = gdal.GetDriverByName('XLSX').Create(str(book), 0, 0, 0, gdal.GDT_Unknown)
layer = ds.CreateLayer('西安80')
for name, kind in zip(HEAD, (ogr.OFTString, ogr.OFTReal, ogr.OFTReal)): layer.CreateField(ogr.FieldDefn(name, kind))
feature = ogr.Feature(layer.GetLayerDefn())
for i, v in enumerate(WELL): feature.SetField(i, v)
layer.CreateFeature(feature)
del feature, layer, ds
refused('the name of the sheet', book)

for word in ('CGCS2000', '2000国家大地坐标系', 'WGS84', '国家2000', '高斯-克吕格', '经纬度', ''):
    read(f'column {word}', [(*HEAD, '坐标系'), (*WELL, word)])
    read(f'title {word}', [(f'{word}井位表', '', ''), HEAD, WELL])
read('headings of CGCS2000', [('井号', '经度(CGCS2000)', '纬度(CGCS2000)'), WELL])
read('what it was converted from', [('由1980西安坐标系转换为2000国家大地坐标系', '', ''), HEAD, WELL])
read('what it was before', [(*HEAD, '原坐标系'), (*WELL, '1980西安坐标系')])
read('cities', [('西安某公司新疆井位表（北京编制）', '', ''), (*HEAD, '公司', '备注'), (*WELL, '西安80号院', '北京54号')])
read('a remark on a well', [(*HEAD, '备注'), (*WELL, '1998年按西安80坐标系施测')])
read('headings before titles', [('西安80与2000坐标对照表', '', '', '', ''), ('井号', '经度(2000)', '纬度(2000)', 'X80', 'Y80'), (*WELL, 1, 2)])
for word in ('CGCS2000', '国家大地2000', 'WGS-84', 'EPSG:4326', '84坐标系'):
    read(f'column {word}', [(*HEAD, '坐标系'), (*WELL, word)])
    read(f'title ({word})', [(f'塔河油田井位表（{word}，3度带）', '', ''), HEAD, WELL])
for title in ('1980年国家级自然保护区油井', '1980年12月井位', '北京五四大街油井', 'TXA80油井', '新54井区', '第80批', '西安80年代油井', '百度公司', '80系列钻机'):
    read(f'title {title}', [(title, '', ''), HEAD, WELL])
for title in ('西安80→2000', 'BJ54转CGCS2000', '2000坐标（BJ54换算）', '不得使用西安80'):
    read(f'title, converted: {title}', [(title.replace('，', '；'), '', ''), HEAD, WELL])
for title in ('CGCS2000转换为BJ54', '原坐标为北京54'):
    refused(f'title, not of 2000: {title}', [(title, '', ''), HEAD, WELL])
read('a well of that name without coordinates', [(*HEAD, '备注'), (*WELL, ''), ('BJ54', '', '', '未钻')])
read('wells of that name', [(*HEAD, '备注'), ('BJ54', *WELL[1:], 'XA80井旁')])
mixed = [(*HEAD, '坐标系'), (*WELL, 'CGCS2000'), ('井2', 84.0005, 44.2, '西安80')]
refused('rows of both', mixed)
read('rows of both, chosen', mixed, '--where', "\"坐标系\" = 'CGCS2000'")

done()
