"""A table that says its degrees are 度.分秒 or DD.MMSS is read so, or refused where that cannot be; decimal degrees stay decimal."""
from support import *
from table_support import overlaid

areas = write('areas.geojson', [({'编号': 'A1', '名称': '乌兰自然保护区', '功能分区': '核心区'}, box(83.5, 44.0, 0.48, 0.5))])
# 83°36′36″ 44°06′36″, 83°43′12″ 44°13′48″, 83°33′00″ 44°29′24″: in the core zone; as decimals they lie outside it.
WELLS = [('W1', '83.3636', '44.0636'), ('W2', '83.4312', '44.1348'), ('W3', '83.3300', '44.2924')]
SIGNS = [('W1', '83°36′36″', '44°06′36″'), ('W2', '83°43′12″', '44°13′48″'), ('W3', '83°33′00″', '44°29′24″')]
DECIMAL = [('W1', 83.61, 44.11), ('W2', 83.72, 44.23), ('W3', 83.55, 44.49)]
IN, OUT = ['must_exit'] * 3, ['clear'] * 3


def refused(what, lines, says, *more, **how):
    r, out = overlaid(areas, lines, *more, **how)
    true(f'{what}: refused and said: {r.returncode} {r.stdout} {r.stderr}', r.returncode == 3 and says in r.stderr and not out.exists())


def read(what, lines, wanted, codes, *more, **how):
    r, out = overlaid(areas, lines, *more, **how)
    check(f'{what}: {r.stderr}', r.returncode, 0)
    if r.returncode != 0: return
    check(what, [a['verdict'] for a in rows(out, 'SELECT verdict FROM activity_points ORDER BY activity_id') if a['verdict'] != 'invalid'][-3:], wanted)
    found = {f['code'] for f in rows(out, 'SELECT code FROM findings')} & {'read.degrees_pointed', 'read.degrees_decimal'}
    check(f'{what}: findings', found, set(codes))


def pointed(what, lines, *more, wanted=IN, **how):
    read(what, lines, wanted, ['read.degrees_pointed'], *more, **how)


def book(lines, sheet='S'):
    path = FOLDER / f'book{len(list(FOLDER.iterdir()))}.xlsx'
    ds = gdal.GetDriverByName('XLSX').Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = ds.CreateLayer(sheet)
    for i in range(3): layer.CreateField(ogr.FieldDefn(f'f{i}', ogr.OFTString))
    defn = layer.GetLayerDefn()
    for line in lines:
        feature = ogr.Feature(defn)
        for i, v in enumerate(line): feature.SetField(i, str(v))
        layer.CreateFeature(feature)
    del feature, layer, ds
    return path


def head(word):
    return ('井号', f'经度{word}', f'纬度{word}')


PLAIN = head('')
for word in ('(度.分秒)', '（度．分秒）', '（度·分秒）', '(DD.MMSS)', '(ddd.mmssss)', '（dd.mmss）', '[度.分秒]'):
    pointed(f'heading {word}', [head(word), *WELLS])
    pointed(f'heading {word}, CRS stated', [head(word), *WELLS], '--activities-crs', 'EPSG:4490')
pointed('in GBK', [head('(度.分秒)'), *WELLS], encoding='gbk')
pointed('English heading', [('name', 'lon (DD.MMSS)', 'lat (DD.MMSS)'), *WELLS])
pointed('title', [('油井坐标表（单位：度.分秒）', '', ''), PLAIN, *WELLS])
pointed('title without commas', [('油井坐标表（单位：度.分秒）',), PLAIN, *WELLS])
pointed('row of units', [PLAIN, ('', '度.分秒', '度.分秒'), *WELLS])
pointed('note below', [PLAIN, *WELLS, ('注：经纬度格式为DD.MMSS', '', '')])
pointed('name of the file', [PLAIN, *WELLS], name='井位_DD.MMSS')
pointed('workbook, heading', book([head('(度.分秒)'), *WELLS]))
pointed('workbook, title', book([('油井坐标表（单位：度.分秒）', '', ''), PLAIN, *WELLS]))
pointed('chosen columns', [head('(度.分秒)'), *WELLS], '--x-field', '经度(度.分秒)', '--y-field', '纬度(度.分秒)')
pointed('zeros that a workbook drops', [head('(度.分秒)'), ('W1', '83.3636', '44.0636'), ('W2', '83.4312', '44.1348'), ('W3', '83.33', '44.2924')])
pointed('more decimals, letters and blanks', [head('(度.分秒)'), ('W1', 'E83.36365', ' 44.063612'), ('W2', '83.4312 ', 'N44.1348'), ('W3', '83.3300', '44.2924')])
pointed('beside signs', [head('(度.分秒)'), WELLS[0], SIGNS[1], SIGNS[2]])
pointed('a well outside', [head('(度.分秒)'), ('W1', '83.5924', '44.1200'), WELLS[1], WELLS[2]], wanted=['clear', 'must_exit', 'must_exit'])
pointed('headings outrank titles', [('由十进制度换算', '', ''), head('(度.分秒)'), *WELLS])
r, out = overlaid(areas, [head('(度.分秒)'), *WELLS], '--lang', 'zh')
true(f'in Chinese: {r.stdout} {r.stderr}', '按表中写明的“度.分秒”' in r.stdout + r.stderr and '83.3636' in r.stdout + r.stderr)

refused('minutes of 61', [head('(度.分秒)'), WELLS[0], ('W2', '83.6120', '44.1348'), WELLS[2]], '83.6120')
refused('decimals that are said to be 度.分秒', [head('(度.分秒)'), *DECIMAL], 'no minutes and seconds')
many = [(f'W{i}', f'83.{i % 60:02}{i % 50:02}', f'44.{i % 50:02}10') for i in range(1, 400)]
refused('the last of many', [head('(度.分秒)'), *many, ('X', '83.9999', '44.1')], '83.9999')
for word in ('(度分秒)', '（°′″）', '/度分秒', '(度.分)', '(度分)', '(dms)', '_dms', '(DD.MM)', '(度、分、秒)'):
    refused(f'heading {word}: either', [head(word), *WELLS], 'decimal degrees')
refused('title says both', [('度.分秒换算为十进制度', '', ''), PLAIN, *WELLS], 'decimal degrees')
r, _ = overlaid(areas, [head('(度分秒)'), *WELLS], '--lang', 'zh')
true(f'in Chinese: {r.stderr}', '经度(度.分秒)' in r.stderr and '经度(十进制度)' in r.stderr)
grid = [(f'G{i:02}', f'83.{(i * 7) % 60:02}{(i * 13) % 60:02}', f'44.{(i * 11) % 60:02}{(i * 17) % 60:02}') for i in range(1, 40)]
refused('nothing is said, and none of many could be chance', [PLAIN, *grid], 'hardly ever')


def plain(what, lines, wanted=IN, *more, **how):
    read(what, lines, wanted, [], *more, **how)


plain('what is said to be decimal', [head('(十进制度)'), *WELLS], OUT)
plain('headings of decimals below a title of 度分秒', [('度.分秒换算', '', ''), head('(十进制度)'), *WELLS], OUT)
plain('many that are said to be decimal', [head('(十进制度)'), *grid[:20]], ['must_exit' if 83.5 < float(x) and 44 < float(y) < 44.5 else 'clear' for _, x, y in grid[17:20]])
plain('few wells, nothing said', [PLAIN, *WELLS], OUT)
for word in ('', '(度)', '（°）', '(十进制)', '(DD.DDDD)', '(WGS84)', '(CGCS2000)', '/度'):
    plain(f'decimal degrees, heading {word}', [head(word), *DECIMAL])
    plain(f'signs, heading {word}', [head(word), *SIGNS])
for word in ('(度分秒)', '(°′″)', '(度.分秒)', '(DMS)'):
    plain(f'signs, heading {word}', [head(word), *SIGNS])
    plain(f'packed, heading {word}', [head(word), ('W1', 833636, 440636), ('W2', 834312, 441348), ('W3', 833300, 442924)])
plain('blanks between', [head('(度分秒)'), ('W1', '83 36 36', '44 06 36'), ('W2', '83 43 12', '44 13 48'), ('W3', '83:33:00', '44:29:24')])
read('a title of both, with decimals', [('度分秒换算为十进制度', '', ''), PLAIN, ('W1', 83.6123, 44.1187), ('W2', 83.7288, 44.2399), ('W3', 83.5571, 44.4912)], IN, ['read.degrees_decimal'])
for title in ('3度分带井位表', '油井温度分析', '2018年坐标表（单位：度）', '日期格式DD.MM.YYYY', '密度分布', 'DMS数据库导出'):
    plain(f'title {title}', [(title, '', ''), PLAIN, *DECIMAL])
read('a template of 度分秒 filled with decimals', [head('(度分秒)'), ('W1', 83.6187, 44.1187), ('W2', 83.7288, 44.2399), ('W3', 83.5571, 44.4912)], IN, ['read.degrees_decimal'])
pad = [(f'P{i:02}', f'83.6{i % 9 + 10}{i % 10}', f'44.11{i:02}') for i in range(40)]
plain('many wells of one place', [PLAIN, *pad], IN)
plain('a grid of half minutes of degrees', [PLAIN, *[(f'P{i:02}', f'83.{50 + i % 9}00', f'44.{10 + i % 40:02}00') for i in range(60)]], IN)

# A row of units below the header, with decimal degrees.
for units in (('', '度', '度', '米'), ('', '°', '°', 'm'), ('', '(°)', '(°)', '(m)'), ('单位', '度', '度', '米'), ('', 'deg', 'deg', 'm'), ('', '度', '度', '分')):
    plain(f'row of units {units}', [('井号', '经度', '纬度', '井深'), units, *[(*w, 40) for w in DECIMAL]])
plain('row of units, signs', [('井号', '经度', '纬度', '井深'), ('', '度分秒', '度分秒', '米'), *[(*w, 40) for w in SIGNS]])
refused('row of units over whole degrees', [('井号', '经度', '纬度'), ('', '度', '度'), ('W1', 83, 44), ('W2', 84, 44)], 'whole degrees in all rows')

done()
