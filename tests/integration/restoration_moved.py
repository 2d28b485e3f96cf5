"""A correction that moves or renames a site takes all figures of its row along: required, damage, backfill, acceptance, deadline."""
from restoration_support import *

MU, A, B = 2000 / 3, 'altun', 'kunlun'
HEAD = '编号,保护区,矿山,应治理面积（亩）,治理面积（亩）,完成时间,验收时间,整改时限,更正\n'
ROW = 'K1,中昆仑,白干湖,180,180,2018-05-01,2018-06-01,2018-12-31,\n'


def places(ws, day='2019-12-31'):
    """reserve, site: required, claimed, accepted in mu; only where anything is said."""
    s = status(ws, day)
    return {(r['name_zh'][:3] if 'name_zh' in r else r['name'][:3], x['site']): tuple(None if x[k + '_m2'] is None else round(x[k + '_m2'] / MU, 2) for k in ('required', 'claimed', 'accepted'))
            for r in s['reserves'] for x in r['site_list']}, s


def moved(name, head, *rows, told=None):
    ws = workspace(name)
    for n, line in enumerate(rows):
        said = imported(ws, write(f'{name} {n}.csv', head + line)).stdout
        if 'K1\n' in line or 'K2\n' in line: check(f'{name}: a correction that leaves its reserve blank is no warning', 'name no reserve' in said, False)
    return places(ws)


def one(name, head, *rows, want):
    got, s = moved(name, head, *rows)
    check(name, list(got.items()), [want])
    return s


HERE, THERE = ('新疆中', '白干湖'), ('新疆阿', '白干湖')
got, s = moved('as it was', HEAD, ROW)
HERE = next(iter(got))
check('as it was', got, {HERE: (180, 180, 180)})
got, s = moved('there', HEAD, ROW.replace('中昆仑', '阿尔金山'))
THERE = next(iter(got))
true(f'two reserves {HERE} {THERE}', HERE != THERE)

s = one('moved', HEAD, ROW, 'K2,阿尔金山,白干湖,,,,,,K1\n', want=(THERE, (180, 180, 180)))
check('the region', s['region']['required_m2'] / MU, 180)
one('moved, the site blank', HEAD, ROW, 'K2,阿尔金山,,,,2018-09-01,,,K1\n', want=(THERE, (180, 180, 180)))
one('renamed', HEAD, ROW, 'K2,,乙,,,2018-09-01,,,K1\n', want=((HERE[0], '乙'), (180, 180, 180)))
one('renamed, with the reserve', HEAD, ROW, 'K2,中昆仑,乙,,180,2018-09-01,,,K1\n', want=((HERE[0], '乙'), (180, 180, 180)))
one('moved, then renamed', HEAD, ROW, 'K2,阿尔金山,,,,2018-09-01,,,K1\n', 'K3,,乙,,,2018-09-02,,,K2\n', want=((THERE[0], '乙'), (180, 180, 180)))
one('renamed, then moved', HEAD, ROW, 'K2,,乙,,,2018-09-01,,,K1\n', 'K3,阿尔金山,,,,2018-09-02,,,K2\n', want=((THERE[0], '乙'), (180, 180, 180)))
one('moved, less was done: no more is accepted', HEAD, ROW, 'K2,阿尔金山,白干湖,,100,2018-09-01,,,K1\n', want=(THERE, (180, 100, 100)))
one('less was done', HEAD, ROW, 'K2,中昆仑,白干湖,,100,2018-09-01,,,K1\n', want=(HERE, (180, 100, 100)))
one('more was done: nobody says that it was accepted', HEAD, ROW.replace('180,180', '180,100'), 'K2,,,,180,2018-09-01,,,K1\n', want=(HERE, (180, 180, 100)))
one('moved, more is asked', HEAD, ROW, 'K2,阿尔金山,白干湖,200,,2018-09-01,,,K1\n', want=(THERE, (200, 180, 180)))
one('moved with all its figures', HEAD, ROW, 'K2,阿尔金山,白干湖,180,180,2018-05-01,2018-06-01,2018-12-31,K1\n', want=(THERE, (180, 180, 180)))
one('moved with a later deadline', HEAD, ROW.replace('180,180,2018-05-01,2018-06-01', '180,,,'), 'K2,阿尔金山,白干湖,,,,,2020-12-31,K1\n', want=(THERE, (180, 0, 0)))
got, s = moved('overdue once', HEAD, ROW.replace('180,180,2018-05-01,2018-06-01', '180,,,'), 'K2,阿尔金山,白干湖,,,,,,K1\n')
check('overdue once', (list(got), s['region']['overdue']), ([THERE], 1))
ws = workspace('before its day')
imported(ws, write('一.csv', HEAD + ROW), write('二.csv', HEAD + 'K2,阿尔金山,白干湖,,,2018-09-01,,,K1\n'))
check('before its day', places(ws, '2018-08-31')[0], {HERE: (180, 180, 180)})

STAGE = '编号,保护区,矿山,应治理面积,治理面积,治理阶段,日期,更正\n'
for n, (line, want) in enumerate((('K2,,乙,,,,2018-09-01,K1\n', ((HERE[0], '乙'), (100, 100, 100))), ('K2,阿尔金山,,,,,2018-09-01,K1\n', ((THERE[0], '白干湖'), (100, 100, 100))), ('K2,阿尔金山,乙,,100亩,,2018-09-01,K1\n', ((THERE[0], '乙'), (100, 100, 100))),
                                  ('K2,,乙,100亩,100亩,销号,2018-09-01,K1\n', ((HERE[0], '乙'), (100, 100, 100))), ('K2,,,200亩,,,2018-09-01,K1\n', (HERE, (200, 100, 100))))):
    one(f'by stage {n}', STAGE, 'K1,中昆仑,白干湖,100亩,100亩,销号,2018-06-01,\n', line, want=want)

# --- damage, backfill, areas accepted, days of stages ---
MORE = '编号,保护区,矿山,应治理面积（亩）,治理面积（亩）,完成时间,验收面积（亩）,破坏面积（亩）,回填方量（万m³）,验收时间,更正\n'
FULL = 'K1,中昆仑,白干湖,180,180,2018-05-01,150,200,12,2018-06-01,\n'
s = one('all figures', MORE, FULL, 'K2,阿尔金山,白干湖,,,,,,,,K1\n', want=(THERE, (180, 180, 150)))
check('backfill goes along', [r['backfill_m3'] for r in s['reserves'] if r['backfill_m3']], [120000])
DAYS = '编号,保护区,矿山,应治理面积（亩）,治理面积（亩）,完成时间,县级验收时间,州级验收时间,退回时间,重新验收时间,更正\n'
for n, (days, accepted) in enumerate((('2018-06-01,2018-07-01,,', 180), ('2018-06-01,,2018-07-01,2018-09-01', 180), ('2018-06-01,,2018-07-01,', 0))):
    first = f'K1,中昆仑,白干湖,180,180,2018-05-01,{days},\n'
    before, _ = moved(f'days {n} before', DAYS, first)
    got, s = moved(f'days {n}', DAYS, first, 'K2,阿尔金山,白干湖,,,2018-11-01,,,,,K1\n')
    check(f'days of stages {days}', got, {THERE: before[HERE]})
    check(f'days of stages {days}: accepted', got[THERE][2], accepted)
one('two levels, less was done', DAYS, 'K1,中昆仑,白干湖,180,180,2018-05-01,2018-06-01,2018-07-01,,,\n', 'K2,,,,100,2018-11-01,,,,,K1\n', want=(HERE, (180, 100, 100)))
done()
