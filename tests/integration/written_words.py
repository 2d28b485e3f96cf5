"""What registers write of an act, a renewal, a state and a day, and the verdicts that follow. Figures and verdicts by hand."""
import json
from support import *

out = FOLDER / 'ledger.gpkg'
def overlay(areas, activities, kind='采矿权', as_of='2019-03-31', options=()):
    """Verdicts by licence number: of a ledger with one conflict each."""
    r = redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', activities, '--activity-kind', f'={kind}', '--as-of', as_of, '-o', out, '--overwrite', *options)
    check(f'exit status ({r.stderr})', r.returncode, 0)
    return {x['activity_id']: x for x in rows(out, 'SELECT * FROM conflicts')}

def told(code):
    return [(x['feature'], json.loads(x['args'] or '[]')) for x in rows(out, f"SELECT feature, args FROM findings WHERE code = '{code}'")]

def rights(facts):
    """A right for each, 0.005° wide, inside the core of the reserve."""
    return [({'许可证号': k, '有效期止': '2030-01-01', '首次设立时间': '2005-01-01', '矿种': '煤', **p}, box(80 + .01 * i, 44.01, .005, .005)) for i, (k, p) in enumerate(facts.items())]

def reserve(designated):
    return write('reserve.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': '核心区', '批准时间': designated}, box(79.9, 44, 1, .1))])

# What is applied for. The policy of no new, renewed, changed or transferred right holds from 2017-08-01 (POL4-ANY); before it a change of an
# existing right is judged by the Regulations alone, which want it out (must_exit). A smaller ground is never in the way, if it is in the old one.
ACTS = {'新立|2018-05-01': 'prohibited', '探矿权新立登记|2018-05-01': 'prohibited', '首次设立|2018-05-01': 'prohibited', '变更|2017-07-31': 'must_exit', '转让|2017-08-01': 'prohibited',
        '采矿权延续|2018-05-01': 'prohibited', '首次延续|2018-05-01': 'prohibited', '延续、变更（生产规模）|2018-05-01': 'prohibited', '变更（扩大矿区范围）|2018-05-01': 'prohibited',
        '变更（缩小矿区范围）|2018-05-01': 'conditional', '缩减|': 'conditional', '变更（缩小生产规模）|2018-05-01': 'prohibited', '现状|': 'must_exit', '正在开采|': 'must_exit', '|': 'must_exit',
        '注销|2018-05-01': 'review', '保留|2018-05-01': 'review', '不予延续|2018-05-01': 'review', '延续（已撤回）|2018-05-01': 'review', '注销|': 'review'}
acts = write('acts.geojson', rights({k: {'申请事项': k.split('|')[0], '办理日期': k.split('|')[1] or None} for k in ACTS}))
got = overlay(reserve('2010-01-01'), acts)
check('acts: verdicts', {k: x['verdict'] for k, x in got.items()}, ACTS)
check('acts: rules of a new right', got['新立|2018-05-01']['rule_ids'], 'POL4-ANY; NR94-MINING-RIGHT')
check('acts: an unknown one is told once with its features', told('run.unknown_action'), [('不予延续|2018-05-01', ['不予延续', '1']), ('保留|2018-05-01', ['保留', '1']), ('延续（已撤回）|2018-05-01', ['延续（已撤回）', '1']), ('注销|2018-05-01', ['注销', '2'])])
true('acts: and in the trace', '申请事项“注销”' in got['注销|']['trace'] or 'applied for, "注销"' in got['注销|']['trace'])
plain = write('plain.geojson', rights({'P': {}}))
check('--action 新立 of a right granted in 2005', overlay(reserve('2010-01-01'), plain, options=('--action', '新立'))['P']['verdict'], 'prohibited')
r = redline('overlay', '--areas', 'a', '--activities', 'b', '--action', '注销', '-o', out)
check('--action 注销 is refused', r.returncode, 2)
workspace = FOLDER / 'w'
workspace.mkdir()
for word, status, verdict in (('延续', 0, ['prohibited']), ('注销', 3, None)):
    (workspace / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n[[layer]]\nrole = "areas"\nsource = "../reserve.geojson"\nkind = "nature_reserve"\n'
                                            f'[[layer]]\nrole = "activities"\nsource = "../plain.geojson"\nkind = "mining_right"\naction = "{word}"\n')
    r = redline('overlay', '-w', workspace, '-o', out, '--overwrite')
    check(f'action = "{word}" in a workspace ({r.stderr})', r.returncode, status)
    if verdict: check('and its verdict', [x['verdict'] for x in rows(out, 'SELECT * FROM conflicts')], verdict)

# A right that ran out on 2018-06-01, granted before the reserve and wholly inside: cancel where no renewal was filed by that day, compensate where
# one was. Where that is not known, nothing is proposed, and the trace says why.
def dispositions(got):
    return {k: x['disposition'] for k, x in got.items()}
RENEWALS = {'是': 'none', '已申请': 'none', '已受理': 'none', '待核': 'none', '不予延续': 'none', '2018年6月': 'none', '2018': 'none', '2018-01-01': 'compensate', '2018-06-01': 'compensate', '2018年5月': 'compensate',
            '2018-06-02': 'cancel', '2018年7月': 'cancel', '否': 'cancel', '未申请': 'cancel', '逾期未申请延续': 'cancel', '无': 'cancel', 'EMPTY': 'cancel'}
over = {'有效期止': '2018-06-01'}
got = overlay(reserve('2010-01-01'), write('ren.geojson', rights({k: {**over, '延续申请': '' if k == 'EMPTY' else k} for k in RENEWALS})), '探矿权')
check('renewals: dispositions', dispositions(got), RENEWALS)
check('renewals: the verdict stands', {x['verdict'] for x in got.values()}, {'must_exit'})
true('renewals: why nothing is proposed', 'filed in time is not known' in got['是']['trace'] or '不能确定是否在期满前申请' in got['是']['trace'])
check('renewals: without a day, once for each word', told('run.renewal_without_day'), [(k, [k, '1']) for k in ('不予延续', '已受理', '已申请', '待核', '是')])
STATES = {'延续': 'none', '延续中': 'none', '已申请延续': 'none', '正在办理延续': 'none', '过期（已申请延续）': 'none', '已到期，延续申请已受理': 'none', '到期未延续': 'cancel', '过期(未申请延续)': 'cancel', '已过期（期满前未申请延续）': 'cancel', '过期：未办理延续': 'cancel', '过期（不予延续）': 'none', '未过期（已申请延续）': 'none', '已过期，期满前未申请延续': 'cancel', '已过期': 'cancel', '有效': 'cancel', '补偿退出': 'cancel'}
got = overlay(reserve('2010-01-01'), write('states.geojson', rights({k: {**over, '矿权状态': k} for k in STATES})), '探矿权')
check('states: dispositions', dispositions(got), STATES)
gone = ('已退出', '已注销退出', '已补偿退出')
got = overlay(reserve('2010-01-01'), write('gone.geojson', rights({k: {'矿权状态': k} for k in gone})))
check('states: gone, to be looked at', {k: (x['verdict'], x['disposition']) for k, x in got.items()}, {k: ('review', 'cancel') for k in gone})

# A day known to the year or the month decides only where each of its days says the same. Granted on 1990-05-05: in a reserve that is older it is
# cancelled, in a younger one compensated; a right about which that is not known is served the notice.
for designated, disposition in (('1986', 'cancel'), ('1986年', 'cancel'), ('1986年7月', 'cancel'), ('198607', 'cancel'), ('1986-07', 'cancel'), ('1990-05-05', 'cancel'), ('1990年4月', 'cancel'), ('1990年6月', 'compensate'),
                                ('1995', 'compensate'), ('1990', 'notify'), ('1990年5月', 'notify')):
    got = overlay(reserve(designated), write('one.geojson', rights({'P': {'首次设立时间': '1990-05-05'}})))
    check(f'designated {designated}', got['P']['disposition'], disposition)
true('designated 1990年5月: why', '1990-05-01…1990-05-31' in got['P']['trace'])
check('designated 1990年5月: a finding', told('run.imprecise_date'), [('A', ['designated_on', '1'])])
# 2019-03-31 is the day: 43554 is the day before it in a workbook, 43555 that day itself. 3/4/2019 is 4 March or 3 April.
TERMS = {'2018': 'cancel', '2018年7月': 'cancel', '43554': 'cancel', '3/30/2019': 'cancel', '30/3/2019': 'cancel', '2010-01-01至2019-03-30': 'cancel', '2010年1月1日-2019年3月30日': 'cancel', '至2019年3月30日': 'cancel', '2019年2月末': 'cancel',
         '2019': 'none', '2019年3月': 'none', '3/4/2019': 'none', '43555': 'compensate', '2019年3月底': 'compensate', '2019年4月': 'compensate', '2010-01-01至2019-03-31': 'compensate', '2020': 'compensate',
         # midnight of 31 March in China as UTC, and times whose day is the same here and there
         '2019-03-30T16:00:00Z': 'none', '2019-03-30T16:00:00.000Z': 'none', '2019/03/30 18:00:00+00': 'none', '2019-03-30 16:00:00+00:00': 'none', '2019-03-30T15:59:59Z': 'cancel', '2019-03-30T00:00:00Z': 'cancel', '2019-03-30T16:00:00': 'cancel',
         '2019-03-30T16:00:00+08:00': 'cancel', '2019-03-30T23:59:59Z': 'cancel', '2019-03-29T16:00:00Z': 'cancel', '2019-03-31T00:00:00+08': 'compensate', '2019-03-31T16:00:00Z': 'compensate',
         '长期': 'compensate', '2018年5月前': 'compensate'}
got = overlay(reserve('2010-01-01'), write('terms.geojson', rights({k: {'有效期止': k} for k in TERMS})))
check('terms: dispositions', dispositions(got), TERMS)
check('terms: what is no day is told', [f for f, _ in told('run.bad_date')], ['长期', '2018年5月前'])
# Both ends in one cell, under any name of a column that says so; a length names no end; a day alone is the end.
CELLS = {'2015-03-01至2020-03-01': ('2015-03-01', '2020-03-01'), '自2015年3月1日至2020年3月1日': ('2015-03-01', '2020-03-01'), '2015.3.1-2020.3.1': ('2015-03-01', '2020-03-01'), '2015-03-01-2020-03-01': ('2015-03-01', '2020-03-01'), '20150301-20200301': ('2015-03-01', '2020-03-01'),
         '伍年（2015年3月1日至2020年3月1日）': ('2015-03-01', '2020-03-01'), '2015年3月至2020年3月': (None, None), '2020-03-01': (None, '2020-03-01'), '三年': (None, None), '5年': (None, None)}
BLANKS = ('2015-03-01 至 2020-03-01', '2015-03-01 - 2020-03-01', '2015/3/1 ~ 2020/3/1', '2015年3月1日 至 2020年3月1日', '2015.3.1 至2020.3.1', '2015-03-01 00:00:00至2020-03-01 00:00:00', '2015-03-01\n至2020-03-01', '2015-03-01　至　2020-03-01', '2015/3/1 上午10:20:00 到 2020/3/1', '叁年，自2015年3月1日至2020年3月1日', '有效期：2015-03-01至2020-03-01')
CELLS |= {k: ('2015-03-01', '2020-03-01') for k in BLANKS} | {'2020-03-01 止': (None, '2020-03-01'), '2020/3/1 10:20': (None, '2020-03-01'), '2015-03-01 已延续': (None, None), '贰年2015-03-01至2020-03-01': (None, '2020-03-01')}
UNREAD = [('三年', ['valid_to', '三年']), ('5年', ['valid_to', '5年']), ('2015-03-01 已延续', ['valid_to', '2015-03-01 已延续']), ('贰年2015-03-01至2020-03-01', ['valid_from', '贰年2015-03-01至2020-03-01'])]
for column in ('有效期限', '许可证有效期', '采矿许可证有效期限', '证书有效期'):
    overlay(reserve('2010-01-01'), write('cells.geojson', [({'许可证号': k, column: k}, g) for (k, _), (_, g) in zip(CELLS.items(), rights({k: {} for k in CELLS}))]))
    got = {r['activity_id']: tuple(d and d.replace('/', '-') for d in (r['valid_from'], r['valid_to'])) for r in rows(out, 'SELECT activity_id, valid_from, valid_to FROM activity_areas')}
    check(f'{column}: ends', got, CELLS)
    check(f'{column}: what is no day is told, once', told('run.bad_date'), UNREAD)
for first, last in (('有效起始', '有效终止日期'), ('采矿许可证有效期起', '采矿许可证有效期止'), ('有效期自', '有效期至'), ('起始日期', '终止日期')):
    overlay(reserve('2010-01-01'), write('ends.geojson', [({'许可证号': 'P', first: '2015-03-01', last: '2020-03-01'}, box(80, 44.01, .005, .005))]))
    check(f'{first}, {last}', [(r['valid_from'].replace('/', '-'), r['valid_to'].replace('/', '-')) for r in rows(out, 'SELECT valid_from, valid_to FROM activity_areas')], [('2015-03-01', '2020-03-01')])
overlay(reserve('2010-01-01'), write('other.geojson', [({'许可证号': 'P', '是否在有效期内': '是', '剩余有效期': '3年'}, box(80, 44.01, .005, .005))]))
check('columns that hold no days', told('run.bad_date'), [])
# Headings of registers for what verdicts and dispositions hang on; a layer of rights without one of them says so.
def under(column, value, kind='采矿权', **more):
    facts = {'许可证号': 'P', '有效期止': '2030-01-01', **more, column: value}
    return overlay(reserve('1990-01-01'), write('headings.geojson', [(facts, box(80, 44.01, .005, .005))]), kind)['P']
for column in ('主采矿种', '勘查主要矿种', '矿产种类', '矿产名称', '主要矿产', '矿产', '矿种类型', '矿种'):
    got = under(column, '石油', 首次设立时间='2005-01-01', 矿业权状态='有效')
    check(f'{column}: mineral', (got['mineral'], told('run.no_mineral'), told('run.no_status'), told('run.no_grant')), ('石油', [], [], []))
for column in ('许可证状态', '证照状态', '当前状态', '矿业权状态', '状态'):
    check(f'{column}: 已注销', (under(column, '已注销', 矿种='煤')['disposition'], told('run.no_status'), len(told('run.no_grant'))), ('cancel', [], 1))
for column in ('首次设立日期', '首次发证时间', '首次发证日期', '设立日期', '首次登记时间', '首次设立时间'):
    check(f'{column}: before the reserve', (under(column, '1985-01-01', 矿种='煤')['disposition'], told('run.no_grant'), len(told('run.no_status'))), ('compensate', [], 1))
check('another heading of minerals: told', (under('产品', '石油')['mineral'], len(told('run.no_mineral'))), (None, 1))
for column in ('批准日期', '批建年份', '建立时间', '建立日期', '成立时间', '成立日期', '设立日期', '批准时间'):
    area = write('designated.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': '核心区', column: '1990-01-01'}, box(79.9, 44, 1, .1))])
    check(f'{column}: of the area', overlay(area, write('old.geojson', rights({'P': {'首次设立时间': '1985-01-01'}})))['P']['disposition'], 'compensate')
# A term that ends before it begins is one of wrong days: not expired, and told.
check('wrong days', dispositions(overlay(reserve('2010-01-01'), write('back.geojson', rights({'P': {'有效期起': '2025-01-01', '有效期止': '2015-01-01'}})))), {'P': 'compensate'})
check('wrong days are told', told('run.term_backwards'), [('P', ['2025/01/01', '2015/01/01'])])
ACT_DAYS = {'2016年': 'must_exit', '2017': 'review', '2017年8月': 'prohibited', '2018': 'prohibited'}
got = overlay(reserve('2010-01-01'), write('days.geojson', rights({k: {'申请事项': '变更', '办理日期': k} for k in ACT_DAYS})))
check('acts in a year: verdicts', {k: x['verdict'] for k, x in got.items()}, ACT_DAYS)
renewed = write('renewed.geojson', rights({'P': {'申请事项': '延续', '办理日期': '2018-05-01'}}))
check('an act in the year of the designation', [overlay(reserve(d), renewed)['P']['verdict'] for d in ('2018', '2018年4月', '2018年6月')], ['review', 'prohibited', 'must_exit'])

# A reserve designated after the day may have stood under another day, or not at all: review, unless its validity is stated.
for designated, as_of, verdict in (('2020-01-01', '2017-07-31', 'review'), ('2020-01-01', '2020-01-01', 'must_exit'), ('2017', '2017-07-31', 'review'), ('2017', '2018-01-01', 'must_exit')):
    got = overlay(reserve(designated), plain, as_of=as_of)
    check(f'designated {designated}, looked at on {as_of}', (got['P']['verdict'], len(told('run.designated_later'))), (verdict, int(verdict == 'review')))
    if verdict == 'review': true('and why', 'whether it existed on that day' in got['P']['trace'] or '当日是否已经设立' in got['P']['trace'])
stated = write('stated.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': '核心区', '批准时间': '2020-01-01', '有效期起': '2010-01-01'}, box(79.9, 44, 1, .1))])
check('designated again later, in force since 2010', overlay(stated, plain, as_of='2017-07-31')['P']['verdict'], 'must_exit')
# An area's own validity to the year: in force where it may be so on that day.
for first, last, as_of, n in (('2015', '', '2014-12-31', 0), ('2015', '', '2015-01-01', 1), ('', '2017', '2017-12-31', 1), ('', '2017年', '2018-01-01', 0), ('2018', '2015', '2019-03-31', 1)):
    years = write('years.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': '核心区', '有效期起': first, '有效期止': last}, box(79.9, 44, .5, .1)), ({'编号': 'B', '名称': '乙保护区', 'GNFQ': '核心区'}, box(80.4, 44, .5, .1))])
    check(f'{first}…{last} on {as_of}', len(overlay(years, plain, as_of=as_of)), n)
    check(f'{first}…{last}: told', [f for f, _ in told('run.term_backwards' if first and last else 'run.imprecise_date')], ['A'])
# Names of terms and ends of registers by hand; a layer of rights without any says so; an empty column yields to a filled one.
for column, cell, ends in (('起止时间', '2015-03-01 至 2018-03-01', ('2015-03-01', '2018-03-01')), ('有效时间', '2015.3.1-2018.3.1', ('2015-03-01', '2018-03-01')), ('到期时间', '2018-03-01', (None, '2018-03-01')), ('yxqx', '2018-03-01', (None, '2018-03-01'))):
    got = overlay(reserve('2010-01-01'), write('names.geojson', rights({'P': {column: cell, '有效期止': None}})))['P']
    check(f'{column}: ends', (got['valid_from'] and got['valid_from'].replace('/', '-'), got['valid_to'].replace('/', '-'), got['disposition'], told('run.no_validity')), (*ends, 'cancel', []))
overlay(reserve('2010-01-01'), write('names.geojson', rights({'P': {'延续申请时间': '2018-02-01'}})))
check('延续申请时间 is a column of renewals', told('run.no_renewals'), [])
shape = rights({'P': {}})[0][1]
got = overlay(reserve('2010-01-01'), write('none.geojson', [({'许可证号': 'P', '首次设立时间': None, '设立时间': '2015-03-01'}, shape)]))
check('without an end of validity: told', len(told('run.no_validity')), 1)
check('an empty column yields', [r['g'].replace('/', '-') for r in rows(out, 'SELECT granted_on AS g FROM activity_areas')], ['2015-03-01'])
check('and it is said which', told('read.field_choice'), [(None, ['granted_on', '设立时间', '首次设立时间'])])
term = write('term.geojson', [({'编号': 'A', '名称': '甲保护区', 'GNFQ': '核心区', '有效期限': '2000-01-01 至 2030-12-31'}, box(79.9, 44, 1, .1))])
check('a term of an area with blanks', len(overlay(term, plain)), 1)
r = redline('overlay', '--areas', term, '--activities', plain, '--as-of', '2019-03-31 至 2020-01-01', '-o', out, '--overwrite')
true(f'two days are no --as-of ({r.returncode}, {r.stderr})', r.returncode == 2 and '2019-03-31 至 2020-01-01' in r.stderr)

# Kinds as the program itself writes them in Chinese.
for kind, word in (('mine_site', '采矿点/采石场'), ('ore_processing', '选矿厂/尾矿库'), ('building', '房屋建筑'), ('linear_infrastructure', '线性基础设施'), ('research_station', '科研监测站点'), ('restoration_works', '治理恢复工程')):
    overlay(reserve('2010-01-01'), plain, kind=word)
    check(f'{word} is a kind', [r['activity_kind'] for r in rows(out, 'SELECT activity_kind FROM activity_areas')], [kind])

done()
