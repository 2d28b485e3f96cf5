"""How restoration tables are read: names of sites in other widths, units of columns, commas in numbers, figures that are about right, rows without a reserve."""
import csv
from restoration_support import *

LOP, BULGAN = '罗布泊野骆驼', 'bulgan-beaver'


def notes(s, code):
    return [f['text'] for f in s['notes'] if f['code'] == code]


# --- one site, however wide its name is written; the name is kept as it was written ---
names = ['1号矿（东）', '１号矿(东)', '1 号矿（东）', '1号矿　(东)']
ws = workspace('names')
head = '编号,保护区,治理点,应治理面积,面积,单位,阶段,日期\n'
imported(ws, write('一.csv', head + f'a1,布尔根河狸,{names[0]},10公顷,6,公顷,治理恢复,2018-01-01\na2,布尔根河狸,{names[1]},,4,公顷,治理恢复,2018-02-01\na3,布尔根河狸,2号矿,,1,公顷,治理恢复,2018-02-01\n'))
imported(ws, write('二.csv', head + f'b1,布尔根河狸,{names[2]},,6,公顷,通过验收,2018-03-01\nb2,布尔根河狸,{names[3]},,4,公顷,通过验收,2018-04-01\nb3,布尔根河狸,North Pit,,1,公顷,治理恢复,2018-03-01\nb4,布尔根河狸,Ｎｏｒｔｈ　Ｐｉｔ,,2,公顷,治理恢复,2018-04-02\nb5,{LOP},１号矿(东),,1,公顷,治理恢复,2018-03-01\n'))
s = status(ws)
b = row(s, BULGAN)
check('one site of each name', {x['site']: (x['claimed_m2'], x['accepted_m2'], x['remaining_m2']) for x in b['site_list']},
      {names[1]: (100_000, 100_000, 0), '2号矿': (10_000, 0, None), 'North Pit': (30_000, 0, None)})
check('written otherwise, told once for each site', [(all(f'"{n}"' in t for n in names), 'North' in t) for t in notes(s, 'restoration.site_names')], [(True, False), (False, True)])
check('kept as written', {r['site'] for r in rows(ws / 'restoration.gpkg', "SELECT site FROM records WHERE site LIKE '%号矿%东%'")}, {*names})
turned = workspace('turned')
imported(turned, FOLDER / '二.csv', FOLDER / '一.csv')
check('in another order of import', status(turned), s)
book = FOLDER / 'names.xlsx'
check('report', redline('--lang', 'zh', 'restoration', 'report', '-w', ws, '--as-of', '2019-03-31', '--xlsx', book).returncode, 0)
gdal.SetConfigOption('OGR_XLSX_HEADERS', 'FORCE')
check('the records of the report stand as written', {v['治理点'] for v in rows(book, 'SELECT * FROM "记录"')} & {*names}, {*names})

done()
