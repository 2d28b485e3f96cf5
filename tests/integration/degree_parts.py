"""Degrees, minutes and seconds in columns of their own are refused, whole degrees alone too; other tables are read as ever."""
from support import *

areas = write('areas.geojson', [({'编号': 'A1', '名称': '乌兰自然保护区', '功能分区': '核心区'}, box(83.5, 44.0, 0.48, 0.5))])
WELLS = [('井1', (83, 36, 36), (44, 6, 36)), ('井2', (83, 43, 12), (44, 13, 48)), ('井3', (84, 12, 0), (44, 12, 0))]
PARTS = [[w, *x, *y, '在产'] for w, x, y in WELLS]
n = 0


def overlay(lines, *more, encoding='utf-8'):
    global n
    n += 1
    path = FOLDER / f'wells{n}.csv'
    path.write_text('\n'.join(','.join(map(str, row)) for row in lines) + '\n', encoding=encoding)
    r = redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', path, '--activity-kind', '=油井',
                '--as-of', '2019-03-31', '-o', FOLDER / f'{n}.gpkg', *more)
    return r, FOLDER / f'{n}.gpkg'


def refused(what, lines, says, *more, **how):
    r, out = overlay(lines, *more, **how)
    true(f'{what}: refused and said: {r.returncode} {r.stdout} {r.stderr}', r.returncode == 3 and says in r.stderr and not out.exists())


def verdicts(what, lines, wanted, *more):
    r, out = overlay(lines, *more)
    check(f'{what}: {r.stderr}', r.returncode, 0)
    if r.returncode == 0:
        check(what, [a['verdict'] for a in rows(out, 'SELECT verdict FROM activity_points ORDER BY activity_id')], wanted)


for heading in (('井号', '经度(度)', '经度(分)', '经度(秒)', '纬度(度)', '纬度(分)', '纬度(秒)', '状态'),
                ('井号', '经度', '分', '秒', '纬度', '分', '秒', '状态'),
                ('井号', '经度', '分_1', '秒_1', '纬度', '分_2', '秒_2', '状态'),
                ('井号', '东经°', '东经′', '东经″', '北纬°', '北纬′', '北纬″', '状态'),
                ('井号', '东经（°）', '东经（′）', '东经（″）', '北纬（°）', '北纬（′）', '北纬（″）', '状态'),
                ('井号', '经度', '经度分', '经度秒', '纬度', '纬度分', '纬度秒', '状态'),
                ('井号', 'lon', 'minutes', 'seconds', 'lat', 'minutes', 'seconds', 'state'),
                ('井号', '经度', '', '', '纬度', '', '', '状态'),
                ('井号', 'lon', 'lon_m', 'lon_s', 'lat', 'lat_m', 'lat_s', '状态')):
    refused(','.join(heading), [heading, *PARTS], 'minutes and seconds stand in columns')
for axes in (('经度', '纬度'), ('东经', '北纬')):
    heading = ['井号', axes[0], '', '', axes[1], '', '', '状态']
    units = ['', '度', '分', '秒', '度', '分', '秒', '']
    refused(f'{axes} over a row of units', [heading, units, *PARTS], 'minutes and seconds stand in columns')
    refused(f'{axes} over a row of units, below a title', [['井位表'] + [''] * 7, heading, units, *PARTS], 'minutes and seconds stand in columns')
refused('in GBK', [('井号', '经度(度)', '经度(分)', '经度(秒)', '纬度(度)', '纬度(分)', '纬度(秒)', '状态'), *PARTS], 'minutes and seconds', encoding='gbk')
refused('degrees and minutes', [('井号', '经度', '分', '纬度', '分'), ('井1', 83, 36.6, 44, 6.6), ('井2', 83, 43.2, 44, 13.8)], 'minutes and seconds')
refused('also where the columns are named', [('井号', '经度', '分', '秒', '纬度', '分', '秒', '状态'), *PARTS], 'minutes and seconds',
        '--x-field', '经度', '--y-field', '纬度')
refused('whole degrees', [('井号', '经度', '纬度'), ('井1', 83, 44), ('井2', '84°', '44°')], 'whole degrees in all rows')
r, _ = overlay([('井号', '经度', '分', '秒', '纬度', '分', '秒', '状态'), *PARTS], '--lang', 'zh')
true(f'in Chinese: {r.stderr}', '分、秒写在别的列' in r.stderr and '合成一列' in r.stderr)

# What was read before is read still.
verdicts('whole degrees that are meant so', [('井号', '经度', '纬度'), ('井1', 83, 44)], ['clear'], '--x-field', '经度', '--y-field', '纬度')
verdicts('decimal degrees', [('井号', '经度', '纬度'), ('井1', 83.61, 44.11), ('井3', 84.2, 44.2)], ['must_exit', 'clear'])
verdicts('one well on a whole degree', [('井号', '经度', '纬度'), ('井1', 83.61, 44.11), ('井3', 84, 44)], ['must_exit', 'clear'])
verdicts('one axis on whole degrees', [('井号', '经度', '纬度'), ('井1', 83.61, 44), ('井2', 83.72, 44)], ['must_exit', 'must_exit'])
verdicts('in one cell', [('井号', '经度', '纬度'), ('井1', '83°36′36″', '44°6′36″')], ['must_exit'])
verdicts('packed', [('井号', '经度', '纬度'), ('井1', '833636', '440636')], ['must_exit'])
verdicts('marks beside decimals', [('井号', '经度', '纬度', '分', '秒'), ('井1', 83.61, 44.11, 95, 3)], ['must_exit'])
verdicts('numbers beside decimals', [('井号', '经度', '深度', '纬度', '井数'), ('井1', 83.61, 12, 44.11, 5)], ['must_exit'])

done()
