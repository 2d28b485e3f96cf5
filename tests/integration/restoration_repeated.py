"""What is said twice: a table that comes again with a repaired cell, two programmes or offices at one site, one figure under two names, totals that contradict their rows. Nothing of it is added blindly, and all of it is told."""
from restoration_support import *

MU = 2000 / 3
HEAD = '保护区,治理点,应治理面积（亩）,治理面积（亩）,验收面积（亩）,完成时间,验收时间\n'
KALAMAILI = '卡拉麦里'


def kept(name, *tables, options=()):
    """The reserve after the tables, each (file, text), were imported one after the other, each from a folder of its own."""
    ws = workspace(name)
    for n, (file, text) in enumerate(tables):
        folder = FOLDER / f'{name}-{n}'
        folder.mkdir()
        (folder / file).write_text(text, encoding='utf-8')
        r = redline('restoration', 'import', '-w', ws, folder / file, *options)
        check(f'{name}: import {n}: {r.stderr[:300]}', r.returncode, 0)
    return ws


def state(ws, reserve='kalamaili'):
    r = row(status(ws), reserve)
    return [None if r[k] is None else round(r[k] / MU, 2) for k in ('required_m2', 'claimed_m2', 'accepted_m2', 'remaining_m2')], r['status'], {f['code'][12:] for f in r['findings']}


def table(*cells, head=HEAD):
    return head + '\n'.join(f'{KALAMAILI},{c}' for c in cells) + '\n'


# --- a cell was repaired: the table is the same report, whatever its name and in whatever order it comes ---
old, new = '甲矿,100,48,48,2018-06-01,2018-08-01', '甲矿,100,52,52,2018-06-01,2018-08-01'
for name, files in (('same', ('台账.csv', '台账.csv')), ('other', ('台账.csv', '台账2.csv'))):
    for order in (1, -1):
        texts = [table(old), table(new)][::order]
        got = state(kept(f'{name}{order}', *zip(files, texts)))
        check(f'repaired, {name} name, order {order}', got, ([100, 52, 52, 48], 'mostly_complete', {'files_differ'}))
ws = kept('told', ('a.csv', table(old)), ('b.csv', table(new)))
told = {l: ' '.join(f['text'] for f in found(row(status(ws, lang=l), 'kalamaili'), 'files_differ')) for l in ('en', 'zh')}
true(f'both figures, both files: {told}', all(w in told['en'] for w in ('48亩', '52亩', '(a.csv, row 2)', '(b.csv, row 2)')) and all(w in told['zh'] for w in ('a.csv 第 2 行', 'b.csv 第 2 行', '48亩')))
got = state(kept('smaller', ('a.csv', table('甲矿,100,100,100,2018-06-01,2018-08-01')), ('b.csv', table('甲矿,100,48,48,2018-06-01,2018-08-01'))))
check('a smaller figure leaves a sign', ('files_differ' in got[2], got[0][1]), (True, 100))
got = state(kept('undated', ('a.csv', f'保护区,治理点,治理面积（亩）\n{KALAMAILI},甲矿,48\n'), ('b.csv', f'保护区,治理点,治理面积（亩）\n{KALAMAILI},甲矿,52\n')))
check('without a day', (got[0][1], 'files_differ' in got[2]), (52, True))
reported = '保护区,治理点,治理面积（亩）,填报日期\n{},甲矿,{},2018-12-31\n'
got = state(kept('reported', *((f'{v}.csv', reported.format(KALAMAILI, v)) for v in (48, 52))))
check('in two reports of one day', (got[0][1], 'files_differ' in got[2]), (52, True))
got = state(kept('given', *((f'{v}.csv', f'保护区,治理点,治理面积（亩）\n{KALAMAILI},甲矿,{v}\n') for v in (48, 52)), options=('--reported-on', '2018-12-31')))
check('of one --reported-on', (got[0][1], 'files_differ' in got[2]), (52, True))
for v in ((1.2, 12), (12, 1.2)):
    ws = kept(f'volume{v[0]}', *((f'{x}.csv', f'保护区,治理点,回填方量（万m³）,完成时间\n{KALAMAILI},甲矿,{x},2018-06-01\n') for x in v))
    check(f'volumes {v}', (row(status(ws), 'kalamaili')['backfill_m3'], [f['code'] for f in row(status(ws), 'kalamaili')['findings'] if 'files' in f['code']]), (120_000, ['restoration.files_differ']))
two = ['甲矿,100,30,,2018-06-01,', '甲矿,,40,,2018-06-01,']
got = state(kept('rows', ('a.csv', table(*two)), ('b.csv', table(two[0], '甲矿,,45,,2018-06-01,'))))
check('one of two rows repaired: the other one is in both tables', (got[0][1], got[2]), (75, {'files_differ'}))

# --- what adds still adds ---
got = state(kept('grows', ('a.csv', table(two[0])), ('b.csv', table(*two))))
check('a table that has a row more', (got[0][1], got[2]), (70, set()))
later = '甲矿,,60,,2018-09-01,'
got = state(kept('grown', ('a.csv', table(two[0])), ('b.csv', table(two[0], later))))
check('a table that goes on', (got[0][1], got[2]), (90, set()))
got = state(kept('parts', *((f'{k}.csv', f'保护区,治理点,坑号,治理面积（亩）,完成时间\n{KALAMAILI},甲矿,{k}号坑,{v},2018-06-01\n') for k, v in ((1, 30), (2, 40)))))
check('two pits of one day', (got[0][1], got[2]), (70, set()))
for word, cell in (('新增治理面积（亩）', ''), ('治理面积（亩）', '新增')):
    head = f'保护区,治理点,{word},完成时间,口径\n'
    got = state(kept(f'new{cell}', *((f'{y}.csv', f'{head}{KALAMAILI},甲矿,{v},{y}-09-30,{cell}\n') for y, v in ((2017, 60), (2018, 80)))))
    check(f'yearly, called new: {word}{cell}', (got[0][1], got[2]), (140, set()))
yearly = [(f'{y}.csv', table(f'甲矿,200,{v},,{y}-09-30,')) for y, v in ((2017, 60), (2018, 80))]
check('yearly, called nothing: asked, and the larger counts', state(kept('yearly', *yearly))[0::2], ([200, 80, 0, 200], {'grown_figure'}))
yearly = [(f'{y}.csv', table(f'甲矿,200,{v},,{y}-09-30,')) for y, v in ((2017, 80), (2018, 60))]
check('a smaller one is added, and asked', state(kept('yearly2', *yearly))[0::2], ([200, 140, 0, 200], {'files_added'}))

# --- two programmes, two offices ---
head = '保护区,治理点,治理项目,破坏面积（亩）,治理面积（亩）,验收面积（亩）,完成时间,验收时间\n'
rows2 = ('红沙泉煤矿,山水林田湖草项目,500,300,300,2018-06-30,2018-08-01', '红沙泉煤矿,企业自主治理,,200,200,2018-09-30,2018-11-01')
ws = kept('programmes', ('a.csv', table(*rows2, head=head)))
check('two programmes at one site', state(ws), ([500, 300, 300, 200], 'mostly_complete', {'may_overlap'}))
text = ' '.join(f['text'] for f in found(row(status(ws), 'kalamaili'), 'may_overlap'))
true(f'with what to do: {text}', all(w in text for w in ('300', '200亩', 'row 2', 'row 3', 'the larger counts', '新增')))
ws = kept('apart', ('a.csv', table(rows2[0], rows2[1], head=head).replace('完成时间', '口径,完成时间').replace(',2018-06-30', ',新增,2018-06-30').replace(',2018-09-30', ',新增,2018-09-30')))
check('called new by a person', state(ws)[0], [500, 500, 500, 0])
head3 = '保护区,治理点,治理项目,应治理面积（亩）,治理面积（亩）,完成时间\n'
check('each has its own figure of what is required', state(kept('each', ('a.csv', table('甲,山水项目,300,300,2018-06-30', '甲,企业项目,200,200,2018-09-30', head=head3))))[0::2], ([500, 500, 0, 500], set()))
for order in (1, -1):
    files = [('林业局.csv', '两河源,小青格里金矿,500,200,2018-06-30,林业局'), ('国土局.csv', '两河源,小青格里金矿,,260,2018-07-15,国土局')][::order]
    got = state(kept(f'offices{order}', *((f, f'保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时间,责任单位\n{t}\n') for f, t in files)), 'two-rivers-source')
    check(f'two offices, order {order}', (got[0][:2], 'may_overlap' in got[2] or 'grown_figure' in got[2]), ([500, 260], True))

# --- one figure of a day under two names ---
head = '保护区,治理点,治理面积,完成时间,条号\n'
first = '罗布泊,哈密24个退出矿山,633.47万平方米,2019-03-31,58\n'
second = '罗布泊,哈密市已退出矿山,633.47万平方米,2019-03-31,55.14\n'
quarry = '罗布泊,裤子山花岗岩石材矿,10.35万平方米,2018-10-31,16\n'
for name, tables in (('files', [('a.csv', head + first + quarry), ('b.csv', head + second)]), ('one', [('a.csv', head + first + second + quarry)])):
    r = row(status(kept(f'names-{name}', *tables)))
    check(f'one figure, two names, {name}', (r['claimed_m2'], [f['code'] for f in r['findings']]), (6_438_200, ['restoration.may_overlap']))
round_ = head + '罗布泊,甲,10亩,2019-03-31,1\n罗布泊,乙,10亩,2019-03-31,2\n'
r = row(status(kept('round', ('a.csv', round_))))
check('round figures are two', (r['claimed_m2'], r['findings']), (13_333.33, []))

# --- a total that contradicts its rows stays a finding ---
j = '保护区,治理点,破坏面积（亩）,治理面积（亩）,完成时间\n中昆仑,甲,60,60,2018-09-01\n中昆仑,乙,30,30,2018-09-01\n合计,,{},90,\n'
ws = kept('totals', ('台账.csv', j.format(100)))
s = status(ws)
differ = found(row(s, 'middle-kunlun'), 'totals_differ')
check('in the state of its reserve', [all(w in f['text'] for w in ('台账.csv', 'row 4', '破坏面积', '100', '60000')) for f in differ], [True])
html, book = FOLDER / 'totals.html', FOLDER / 'totals.xlsx'
check('report', redline('--lang', 'zh', 'restoration', 'report', '-w', ws, '--as-of', '2019-03-31', '-o', html, '--xlsx', book).returncode, 0)
true('in the report', '合计与各行不符' in html.read_text(encoding='utf-8'))
sheets = gdal.OpenEx(str(book))
cells = ' '.join(str(f.GetField(i)) for n in range(sheets.GetLayerCount()) for f in sheets.GetLayer(n) for i in range(f.GetFieldCount()))
true('in the workbook', '合计与各行不符' in cells)
(FOLDER / '台账.csv').write_text(j.format(90), encoding='utf-8')
imported(ws, FOLDER / '台账.csv')
check('repaired, and imported under its name', found(row(status(ws), 'middle-kunlun'), 'totals_differ'), [])
check('a total that fits is none', found(row(status(kept('fits', ('台账.csv', j.format(90)))), 'middle-kunlun'), 'totals_differ'), [])

# --- which report is the later one ---
monthly = '保护区,治理点,治理面积（亩）,完成时间,填报日期\n{},甲矿,{},{},{}\n'
ws = kept('later', ('9月.csv', monthly.format(KALAMAILI, 100, '2018-08-20', '2018-09-30')), ('12月.csv', monthly.format(KALAMAILI, 90, '2018-08-10', '2018-12-31')))
text = ' '.join(f['text'] for f in found(row(status(ws), 'kalamaili'), 'grown_figure'))
true(f'the report of December is called the later one: {text}', '100亩: a later report said 60000 m²' in text)
done()
