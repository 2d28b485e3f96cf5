"""Days and headings of restoration tables as offices write them: digits of any width, 号, parts of a year; 所在功能区, 计量单位."""
from datetime import date, timedelta
from restoration_support import *

LOP = '罗布泊野骆驼'
numbers = iter(range(1000))


def read(head, *lines, status=0):
    n = next(numbers)
    ws = workspace(f'written {n}')
    return ws, imported(ws, write(f'表{n}.csv', '\n'.join([head, *lines]) + '\n'), status=status)


# --- days: claimed from their last day on ---
for written, last in (('２０１８年９月３０日', '2018-09-30'), ('２０１８－０９－３０', '2018-09-30'), ('2018年９月30日', '2018-09-30'), ('2018年5月1号', '2018-05-01'), ('2018年上半年', '2018-06-30'), ('2018年下半年', '2018-12-31'),
                      ('2018年三季度', '2018-09-30'), ('2018年第三季度', '2018-09-30'), ('2018年5月至9月', '2018-09-30'), ('2018年5-9月', '2018-09-30'), ('2018年5月～9月', '2018-09-30'), ('2018年5月至2018年9月', '2018-09-30')):
    ws, r = read('保护区,治理点,治理面积（亩）,完成时间', f'{LOP},甲,30,{written}')
    before = (date.fromisoformat(last) - timedelta(days=1)).isoformat()
    check(written, [row(status(ws, day))['claimed_m2'] for day in (before, last)], [0, 20000])
for written in ('5月1号', '2018年9月至5月', '2018年13月至14月', '2018年5月至2019年9月', '上半年', '2018.1', '2018年第五季度', '２０１８．１'):
    ws, r = read('保护区,治理点,治理面积（亩）,完成时间', f'{LOP},甲,30,{written}', status=3)
    true(f'{written} is refused by name: {r.stderr}', written in r.stderr)

# --- headings ---
for heading in ('功能区', '所在功能区', '涉及功能区', '功能分区'):
    ws, r = read(f'保护区,治理点,{heading},治理面积（亩）,完成时间', f'{LOP},甲,核心区,30,2018-05-01')
    check(heading, [z['claimed_m2'] for z in row(status(ws))['zones_stated']], [20000])
for heading in ('单位', '计量单位', '数值单位'):
    ws, r = read(f'保护区,治理点,治理面积,{heading},完成时间', f'{LOP},甲,30,亩,2018-05-01')
    check(heading, row(status(ws))['claimed_m2'], 20000)
ws, r = read('保护区,治理点,治理面积（亩）,治理年度,验收年度', f'{LOP},甲,30,2018,2019')
true(f'years that are not read are told: {r.stdout}', '治理年度' in r.stdout and '验收年度' in r.stdout and 'warning' in r.stdout)
done()
