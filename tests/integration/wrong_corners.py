"""What people hand in wrongly: each input with its message, in Chinese and in English, by convert and by screen."""
import json, math, os, subprocess, sys, zipfile, zlib
from osgeo import ogr, osr
from support import BINARY, FOLDER, check, done, true

HEAD = '[属性描述]\n坐标系={datum}\n几度分带={width}\n带号={zone}\n精度=0.001\n[地块坐标]\n'
GOOD = [('J1', 4940966.783, 28421670.31), ('J2', 4940966.783, 28421770.25), ('J3', 4940866.5, 28421770.25), ('J4', 4940866.5, 28421670.31)]


def baopan(corners=GOOD, datum='2000国家大地坐标系', width='3', zone='28', count=None, area='', ring='1'):
    body = ''.join(f'{name},{ring},{x},{y}\n' for name, x, y in corners)
    return HEAD.format(datum=datum, width=width, zone=zone) + f'{count or len(corners)},{area},1,甲,面,,,,@\n' + body


def printed(*rows, title='2000国家大地坐标系 3度带'):
    return title + '\n点号 X Y\n' + ''.join(f'{r}\n' for r in rows)


def file(name, content):
    path = FOLDER / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode('utf-8'))
    return path


def moved(index, name=None, x=None, y=None):
    out = list(GOOD)
    n, a, b = out[index]
    out[index] = (name or n, a if x is None else x, b if y is None else y)
    return out


def layer(name, driver, kind, wkts, epsg=4490, projection=True):
    path = FOLDER / name
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    ds = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    out = ds.CreateLayer(path.stem, srs if projection else None, kind)
    for wkt in wkts:
        f = ogr.Feature(out.GetLayerDefn())
        f.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        out.CreateFeature(f)
    del out, ds
    return path


def archive(name, *files):
    path = FOLDER / name
    with zipfile.ZipFile(path, 'w') as z:
        for f in files:
            z.write(f, f.name)
    return path


def encrypted(name, source):
    """An archive whose entry says that it is encrypted (bit 0 of its flags) and holds twelve bytes more, as ZipCrypto has."""
    path = archive(name, source)
    raw = bytearray(path.read_bytes())
    for mark, at in ((b'PK\x03\x04', 6), (b'PK\x01\x02', 8)):
        raw[raw.index(mark) + at] |= 1
    path.write_bytes(raw)
    return path


POLYGON = 'POLYGON((83.02 44.6,83.03 44.6,83.03 44.61,83.02 44.6))'
METRES = 'POLYGON((421670 4940966,421770 4940966,421770 4940866,421670 4940966))'
PNG = b'\x89PNG\r\n\x1a\n' + b'\0\0\0\rIHDR' + b'\0' * 13 + zlib.crc32(b'').to_bytes(4, 'big')


def shapes(name, *args, **more):
    path = layer(name + '.shp', 'ESRI Shapefile', ogr.wkbPolygon, *args, **more)
    return [p for p in FOLDER.iterdir() if p.stem == name]


def dxf(name, closed):
    points = ''.join(f'10\n{e}\n20\n{n}\n' for _, n, e in GOOD)
    return file(name, f'0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n5\n100\n100\nAcDbEntity\n8\n0\n100\nAcDbPolyline\n90\n4\n70\n{int(closed)}\n{points}0\nENDSEC\n0\nEOF\n')


def kml(name, inner):
    return file(name, f'<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{inner}</Document></kml>')


def geojson(name, kind, coordinates):
    return file(name, json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {}, 'geometry': {'type': kind, 'coordinates': coordinates}}]}))


CASES = []  # (what, file, arguments, exit status, words in Chinese, words in English)


def wrong(what, path, zh, en, status=3, args=()):
    CASES.append((what, path, list(args), status, zh, en))


# --- files ---
wrong('missing', FOLDER / '没有.txt', '找不到文件：{F}/没有.txt', 'file not found: {F}/没有.txt')
wrong('a folder', FOLDER, '{F} 是文件夹，不是数据文件', '{F} is a folder, not a data file')
wrong('empty', file('empty.txt', ''), 'empty.txt 中没有界址点', 'empty.txt holds no corners')
wrong('only spaces', file('spaces.txt', ' \r\n\t\r\n　\r\n'), 'spaces.txt 中没有界址点', 'spaces.txt holds no corners')
wrong('binary', file('binary.txt', bytes(range(256)) * 40), 'binary.txt 不是文本文件', 'binary.txt is no text file')
wrong('a picture', file('picture.txt', PNG), 'picture.txt 不是文本文件', 'picture.txt is no text file')
wrong('NUL bytes', file('nul.txt', baopan().replace('J3', 'J\0')), 'nul.txt 不是文本文件', 'nul.txt is no text file')
wrong('UTF-16 without mark', file('utf16.txt', baopan().encode('utf-16-le')), '文字编码 UTF-16LE（每两字节有一个空字节', 'text encoding UTF-16LE (one of every two bytes is empty', status=0)
wrong('half a GBK character', file('gbk.txt', baopan().encode('gbk').replace('甲'.encode('gbk'), b'\xbc')), 'gbk.txt 不能按编码 GB18030 读取（第 78 字节之后）', 'gbk.txt cannot be read in the encoding GB18030 (after byte 78)', args=['--encoding', 'GBK'])
wrong('half a GBK character, by its bytes', file('gbk2.txt', baopan().encode('gbk').replace('甲'.encode('gbk'), b'\xbc')), 'gbk2.txt 不能按编码 GB18030 读取（第 78 字节之后）', 'gbk2.txt cannot be read in the encoding GB18030 (after byte 78)')
wrong('an encoding that is none', file('enc.txt', baopan()), '没有编码“GBKK”', 'there is no encoding "GBKK"', args=['--encoding', 'GBKK'])
wrong('a letter', file('letter.txt', '尊敬的领导：\n现将我矿资料报上，请审查。\n某某矿业\n'), '看不出 {F}/letter.txt 是哪种界址点列表', 'letter.txt is no kind of corner list that is known')
wrong('a line of 10 MB', file('line.txt', printed('1 4940966 28421670', '2 4940966 28421770' + ' 9' * 5_000_000, '3 4940866 28421770')), '第 4 行：这一行有 10000018 字节，不是坐标表的一行', 'line 4: the line has 10000018 bytes and is no row of a table')
wrong('a string of 10 MB', file('string.txt', '1,3,' + '，' * 3_400_000), '看不出 {F}/string.txt 是哪种界址点列表', 'string.txt is no kind of corner list that is known')

# --- corners ---
wrong('two corners', file('two.txt', baopan(GOOD[:2])), '第 8 行：这一圈只有 2 个界址点，至少要 3 个', 'line 8: its ring has 2 corners where 3 are needed')
wrong('NaN', file('nan.txt', baopan(moved(1, x='nan'))), '第 9 行：“nan”不是坐标', 'line 9: "nan" is no coordinate')
wrong('infinite', file('inf.txt', baopan(moved(1, x='1e999'))), '第 9 行：“1e999”不是坐标', 'line 9: "1e999" is no coordinate')
wrong('a letter in a number', file('letters.txt', baopan(moved(2, y='2842177O.25'))), '第 10 行：“2842177O.25”不是坐标', 'line 10: "2842177O.25" is no coordinate')
wrong('a decimal comma', file('comma.txt', printed('1;4940966,783;28421670,31', '2;4940966,783;28421770,25', '3;4940866,5;28421770,25')), '第 3 行：“4940966,783”不是坐标', 'line 3: "4940966,783" is no coordinate')
wrong('thousands by spaces', file('spaced.txt', printed('1\t4 940 966.783\t28 421 670.31', '2\t4 940 966.783\t28 421 770.25', '3\t4 940 866.5\t28 421 770.25')), '第 3 行：“4 940 966.783”不是坐标', 'line 3: "4 940 966.783" is no coordinate')
wrong('a coordinate missing', file('missing_y.txt', printed('1 4940966.783 28421670.31', '2 4940966.783', '3 4940866.5 28421770.25', '4 4940866.5 28421670.31')), '第 4 行：这一行缺少坐标', 'line 4: a coordinate is missing in this row')
wrong('0,0 inside', file('zero.txt', baopan(moved(1, x=0, y=0))), '第 9 行：坐标 0,0 出现在界址点中间', 'line 9: 0,0 between other corners')
wrong('minutes of 61', file('minutes.txt', printed('1 44°35′59″ 83°00′48″', '2 44°61′00″ 83°00′52″', '3 44°35′56″ 83°00′53″')), '第 4 行：“44°61′00″”的分不小于 60，不是坐标', 'line 4: "44°61′00″" has 60 minutes or more and is no coordinate')
wrong('seconds of 75', file('seconds.txt', printed('1 44°35′75″ 83°00′48″', '2 44°36′00″ 83°00′52″', '3 44°35′56″ 83°00′53″')), '第 3 行：“44°35′75″”的秒大于 60，不是坐标', 'line 3: "44°35′75″" has more than 60 seconds and is no coordinate')
wrong('degrees beyond 360', file('degrees.txt', printed('1 44.5 383.0', '2 44.6 383.1', '3 44.5 383.1')), '? 坐标数值不像中国境内的经纬度或高斯坐标', '? the numbers are neither degrees nor Gauss–Krüger metres in China')
wrong('latitude and longitude mixed', file('mixed.txt', printed('1 44.5 83.0', '2 83.1 44.6', '3 44.5 83.1')), '{F}/mixed.txt 各行坐标的顺序不一：其余各行北坐标（纬度）在前，以下 1 行相反：\n  地块 1，第 4 行：2：83.1，44.6\n请把这些行',
      '{F}/mixed.txt mixes the order of its coordinates: northing (latitude) first elsewhere, the other way round in 1 rows:\n  parcel 1, line 4: 2: 83.1, 44.6\nExchange the two')
wrong('words and numbers of two rows contradict', file('words.txt', '2000国家大地坐标系\n1、东经83°00′48″，北纬44°36′00″；\n2、北纬83°00′52″，东经44°36′00″；\n3、北纬83°00′53″，东经44°35′56″；\n4、东经83°00′48″，北纬44°35′56″；\n5、东经83°00′40″，北纬44°35′58″。\n'),
      '以下 2 行相反：\n  地块 1，第 3 行：2：83.01444444，44.6\n  地块 1，第 4 行：3：', 'the other way round in 2 rows:\n  parcel 1, line 3: 2: 83.01444444, 44.6\n  parcel 1, line 4: 3:')
wrong('a parcel in the other order, the CRS given', file('parcels.csv', '地块,点号,X,Y\n' + ''.join(f'甲,{n},{x},{y}\n' for n, x, y in GOOD) + ''.join(f'乙,{n},{y},{x}\n' for n, x, y in GOOD[:3])),
      '以下 3 行相反：\n  地块 乙，第 6 行：J1：28421670.31，4940966.783', 'in 3 rows:\n  parcel 乙, line 6: J1: 28421670.31, 4940966.783', args=['--crs', 'EPSG:4516'])
SENTENCE = '矿区范围（2000国家大地坐标系，3度带）由4个拐点圈定：' + '、'.join(f'{i}（{x}，{y}）' for i, (_, x, y) in enumerate(GOOD, 1)) + '。\n'
wrong('a sentence of corners', file('sentence.txt', SENTENCE), '', '', status=0)
wrong('a sentence of many corners in one line', file('long.txt', '2000国家大地坐标系，共' + '；'.join(f'{i + 1}({4940966.783 + 50 * math.cos(i / 40):.3f},{28421670.31 + 50 * math.sin(i / 40):.3f})' for i in range(250))), '', '', status=0)
wrong('a broken corner in a sentence', file('sentence2.txt', SENTENCE.replace('3（4940866.5，', '3（494O866.5，')), '第 1 行：连写的界址点中有读不出的部分：“494O866.5，28421770.25”', 'line 1: a part of the corners in this sentence cannot be read: "494O866.5，28421770.25"')
wrong('a bracket missing in a sentence', file('sentence3.txt', SENTENCE.replace('3（', '3 ')), '读不出的部分：“、3 4940866.5，28421770.25)、”', 'cannot be read: "、3 4940866.5，28421770.25)、"')
wrong('X and Y exchanged', file('swapped.txt', baopan([(n, y, x) for n, x, y in GOOD])), '? 从数值大小看是东坐标（经度）在前，与该格式规定的顺序相反：X 与 Y 颠倒了', 'X and Y are exchanged')
wrong('different zones', file('zones.txt', baopan(moved(2, y=29421770.25))), '? 各点东坐标的带号不一致', '? the eastings carry different zone numbers')
wrong('another zone stated', file('stated.txt', baopan(zone='29')), '? 写明的带号 29 与东坐标的带号 28 不符', '? the stated zone 29 contradicts the zone number 28 of the eastings')
wrong('6-degree for 3-degree', file('six.txt', baopan(width='6')), '? 写明是 6 度带，但 28 是 3 度带的带号', '? 6-degree zones are stated, but 28 is the number of a 3-degree zone')
wrong('no zone at all', file('nozone.txt', baopan([(n, x, y - 28e6) for n, x, y in GOOD], width='', zone='')), '? 东坐标没有带号，也没有写明带号或中央经线', '? the eastings carry no zone number, and neither zone nor central meridian is stated')
wrong('no system stated', file('nocrs.txt', printed(*[f'{n} {x} {y}' for n, x, y in GOOD], title='')), '? 没有写明坐标系，假定为 2000 国家大地坐标系', '? no coordinate system is stated; CGCS2000 is assumed')
wrong('an unknown system', file('local.txt', baopan(datum='某市独立坐标系')), '? 不认识坐标系“某市独立坐标系”', '? the coordinate system "某市独立坐标系" is not known')
wrong('a CRS that is none', file('plain.txt', baopan()), '无法识别的坐标系：EPSG:999999', 'unknown coordinate reference system: EPSG:999999', args=['--crs', 'EPSG:999999'])
wrong('a CRS that cannot be', file('cannot.txt', baopan()), '坐标 (28421670, 4940866) 是米，坐标系 EPSG:4490 却以度为单位', 'the coordinates (28421670, 4940866) are metres, but EPSG:4490 is in degrees', args=['--crs', 'EPSG:4490'])
wrong('an old datum', file('old.txt', baopan(datum='1980西安坐标系')), '没有转换参数就不能使用', 'cannot be used without transformation parameters')
wrong('a string cut at 255', file('cut.txt', ('1,30,' + ','.join(f'{i},{4940966.78 + i},{28421670.31 + i}' for i in range(1, 31)) + ',,,0,1')[:255]), '采矿权区域坐标被截断：第 1 圈应有 30 点，只有 10 点', 'was cut: ring 1 declares 30 corners and holds 10')
wrong('counts of a string', file('counts.txt', '1,3,1,4940966,28421670,2,4940966,28421770,3,4940866,28421770,4,4940866,28421670,,,0,1'), '第 1 圈的点数读不出来，各圈点数与内容不符', 'the counts do not fit what follows')
wrong('lines, not areas', file('kind.txt', baopan().replace(',面,', ',线,')), '第 7 行：图形属性是“线”，只能转换面', 'line 7: the parcel is of the kind "线"; only areas (面) are converted')
wrong('a header twice', file('twice.txt', baopan().replace('带号=28\n', '带号=28\n带号=29\n')), '第 5 行：“带号”前面写的是“28”，这里是“29”', 'line 5: "带号" was "28" before and is "29" here')

# --- formats ---
wrong('two shapefiles in a zip', archive('two.zip', *shapes('one', [POLYGON]), *shapes('other', [POLYGON])), 'two.zip 有多个图层，请指定一个：one, other', 'two.zip has several layers, name one: one, other')
wrong('a zip without .prj', archive('noprj.zip', *shapes('noprj', [METRES], projection=False)), 'noprj.zip：定不出坐标系', 'noprj.zip: the coordinate system cannot be told')
wrong('an encrypted zip', encrypted('encrypted.zip', file('inner.geojson', '{}')), 'encrypted.zip 是加密的压缩包', 'encrypted.zip is an encrypted archive')
wrong('a zip without a map', archive('letter.zip', FOLDER / 'letter.txt'), '压缩包里应有 .shp', 'an archive should hold .shp')
wrong('a zip that is none', file('none.zip', b'PK\x03\x04' + b'\0' * 50), 'none.zip 中没有图层', 'none.zip holds no layer')
wrong('a shapefile alone', file('alone.shp', (FOLDER / 'one.shp').read_bytes()), 'alone.shp 缺少 .shx 文件', 'alone.shp lacks its .shx file')
wrong('KML without an area', kml('point.kml', '<Placemark><Point><coordinates>83,44</coordinates></Point></Placemark>'), 'point.kml 第 1 个要素是点，不是面', 'point.kml: feature 1 is a point and no polygon')
wrong('KML with a path', kml('path.kml', '<Placemark><LineString><coordinates>83,44 83.1,44 83.1,44.1</coordinates></LineString></Placemark>'), 'path.kml 第 1 个要素是没有闭合的线，不是面', 'path.kml: feature 1 is an open line and no polygon')
wrong('KML with nothing', kml('nothing.kml', ''), 'nothing.kml 中没有图层', 'nothing.kml holds no layer')
wrong('an open polyline in a drawing', dxf('open.dxf', False), 'open.dxf 第 1 个要素是没有闭合的线，不是面', 'open.dxf: feature 1 is an open line and no polygon')
wrong('a drawing without a system', dxf('closed.dxf', True), 'closed.dxf：坐标系不能肯定', 'closed.dxf: the coordinate system is doubtful')
wrong('GeoJSON with lines', geojson('lines.geojson', 'LineString', [[83, 44], [83.1, 44.1]]), 'lines.geojson 第 1 个要素是没有闭合的线，不是面', 'lines.geojson: feature 1 is an open line and no polygon')
wrong('GeoJSON cut short', file('short.geojson', json.dumps({'type': 'FeatureCollection', 'features': []})[:-6]), 'short.geojson 不能作为矢量数据打开', 'short.geojson cannot be opened as vector data')
wrong('GeoJSON with nothing', file('none.geojson', '{"type":"FeatureCollection","features":[]}'), 'none.geojson 中没有界址点', 'none.geojson holds no corners')
wrong('a Word document', file('letter.docx', b'PK\x03\x04'), 'letter.docx 不能作为矢量数据打开', 'letter.docx cannot be opened as vector data')
wrong('an Excel sheet of the old kind, broken', file('old.xls', b'\xd0\xcf\x11\xe0' + b'\0' * 600), 'old.xls 不能作为矢量数据打开：内容与文件名的格式不符', 'old.xls cannot be opened as vector data: its content is not of the format')
wrong('an XLSX that is none', file('none.xlsx', 'no workbook'), 'none.xlsx 不能作为矢量数据打开：内容与文件名的格式不符', 'none.xlsx cannot be opened as vector data: its content is not of the format')

# --- said, and carried on with: findings (an error of shape gives status 1) ---
wrong('a count that lies', file('lies.txt', baopan(count=9)), '!  第 7 行：声明 9 点，实有 4 点', '!  line 7: 9 corners declared, 4 there', status=0)
wrong('not closed', file('unclosed.txt', baopan()), '第 11 行：末点没有重复起点 J1，由程序闭合', 'line 11: the ring does not come back to its first corner J1', status=0)
wrong('crossing itself', file('cross.txt', baopan([GOOD[0], GOOD[2], GOOD[1], GOOD[3]])), '!! 1：图形有误（Self-intersection），在 X=4940916.64，Y=28421720.28 处', '!! 1: the shape is not valid (Self-intersection) at north 4940916.64, east 28421720.28', status=1)
HOLE = ''.join(f'H{i},2,{x},{y}\n' for i, x, y in ((1, 4939940, 28421700), (2, 4939940, 28421740), (3, 4939900, 28421740)))
wrong('a hole outside', file('hole.txt', baopan() + HOLE), '1：2 个外圈，0 个洞', '1: 2 outer rings, 0 holes', status=0)
wrong('a mining string whose hole lies outside', file('tail.txt', '2000国家大地坐标系\n2,3,1,4940966,28421670,2,4940966,28421770,3,4940866,28421770,,,0,1,3,4,4939966,28421670,5,4939966,28421770,6,4939866,28421770,,,0,-1'), '!  1：第 2 行第 2 圈按位置是外圈，与字符串末尾的标志相反', '!  1: line 2: ring 2 counts as outer ring by where it lies', status=0)
wrong('a ring twice', file('ring.txt', baopan() + ''.join(f'{n},2,{x},{y}\n' for n, x, y in GOOD)), '!! 1：图形有误', '!! 1: the shape is not valid', status=1)
wrong('another area declared', file('area.txt', baopan(area='2.5000')), '!  1：声明的面积 2.5000 公顷与计算的 1.0022 公顷相差超过 1%', '!  1: 2.5000 ha declared, 1.0022 ha computed: more than 1 % apart', status=0)
wrong('mu for hectares', file('mu.txt', baopan(area='15.0334')), '但以亩计相符', 'it fits as mu', status=0)
wrong('a corner twice', file('again.txt', baopan(GOOD[:2] + [('J2a', *GOOD[1][1:])] + GOOD[2:])), '!  第 10 行：J2a 与前一点或起点重复，只用一次', '!  line 10: J2a repeats the corner before it', status=0)
CIRCLE = [(f'J{i}', round(4940000 + 1000 * math.sin(2 * math.pi * i / 100000), 3), round(28500000 + 1000 * math.cos(2 * math.pi * i / 100000), 3)) for i in range(100000)]
wrong('100,000 corners', file('many.txt', baopan(CIRCLE)), '1：面积 3.1416 平方千米', '1: 3.1416 km²', status=0)
wrong('0,0 at the end', file('sentinel.txt', printed(*[f'{n} {x} {y}' for n, x, y in GOOD], 'J5 0 0', title='2000国家大地坐标系')), '!  第 7 行：J5 的坐标是 0,0，作为结束标志舍去', '!  line 7: J5 is 0,0, taken as an end mark and dropped', status=0)

AREAS = geojson('areas.geojson', 'Polygon', [[[82, 44], [84, 44], [84, 45], [82, 45], [82, 44]]])


def run(language, command, path, args):
    more = ['-o', FOLDER / 'out.geojson'] if command == 'convert' else ['--areas', AREAS, '--area-kind', '=nature_reserve', '--zone', '=core']
    (FOLDER / 'out.geojson').unlink(missing_ok=True)
    return subprocess.run([BINARY, '--lang', language, command, str(path), *map(str, args), *map(str, more)], capture_output=True, text=True,
                          errors='replace', timeout=60)


for what, path, args, status, zh, en in CASES:
    for language, words in (('zh', zh), ('en', en)):
        words = words.replace('{F}', str(FOLDER))
        r = run(language, 'convert', path, args)
        check(f'{what}, {language}: exit status ({r.stderr[:300]})', r.returncode, status)
        true(f'{what}, {language}: says {words!r} in {(r.stderr + r.stdout)[:1500]!r}', words in (r.stderr if status > 1 else r.stdout))
        true(f'{what}, {language}: nothing or all is written', (FOLDER / 'out.geojson').exists() == (status < 2))
        if status > 1:
            true(f'{what}, {language}: what is wrong alone is said', not r.stdout and str(FOLDER) not in r.stderr.replace(str(path), ''))
    r = run('en', 'screen', path, args)
    if status > 1:
        check(f'{what}: screen refuses it too', r.returncode, status)
        true(f'{what}: screen says the same', en.replace('{F}', str(FOLDER)) in r.stderr)
    else:
        true(f'{what}: screen takes or refuses it by its shape ({r.stderr[:300]})', r.returncode in (0, 1) or 'no area' in r.stderr or what in ('crossing itself', 'a ring twice'))
true('forty wrong inputs and more', sum(c[3] > 1 for c in CASES) >= 40)
done()
