"""What the rows of a restoration table say of their state: words of status with documents behind them, questions answered 是 or 否, acceptance beside words that nobody knows, what an import tells of all that, and states that are reported again on another day."""
from restoration_support import *

BULGAN = 'bulgan-beaver'


def in_mu(ws, day='2019-03-31'):
    """Claimed, accepted and under way, in 亩, by site."""
    return {x['site']: tuple(round(x[k] * .0015, 2) for k in ('claimed_m2', 'accepted_m2', 'under_way_m2')) for x in row(status(ws, day), BULGAN)['site_list']}


def codes(ws, day='2019-03-31'):
    return sorted(f['code'].split('.')[1] for f in row(status(ws, day), BULGAN)['findings'])


def table(name, head, lines):
    return write(name, head + '\n' + ''.join(f'布尔根河狸,{line}\n' for line in lines))


# --- a document, a title or a day in brackets behind a word changes nothing of it; what else stands there may ---
HEAD = '保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时间,整改状态'
ws = workspace('remarks')
said = imported(ws, table('文号.csv', HEAD, ['甲,10,10,2018-05-01,已销号（新环发〔2018〕12号）', '乙,10,10,2018-05-01,已完成整改（见《验收意见》，2018年6月）', '丙,10,10,2018-05-01,已完成（50%）', '丁,10,10,2018-05-01,已销号（部分）',
                                              '戊,10,10,2018-05-01,已销号(伊州环督[2018]第3号；2018-09-30)', '己,10,10,2018-05-01,已完成（1号、2号）', '庚,10,10,2018-05-01,已整改完成，申请验收'])).stdout
check('closed, restored, doubtful', in_mu(ws), {'甲': (10, 10, 0), '乙': (10, 0, 0), '丙': (0, 0, 10), '丁': (0, 0, 10), '戊': (10, 10, 0), '己': (0, 0, 10), '庚': (10, 0, 0)})
check('a day behind 已销号 is that of the acceptance', [in_mu(ws, d)['戊'] for d in ('2018-09-29', '2018-09-30')], [(10, 0, 0), (10, 10, 0)])
true('the doubtful are told with their rows', all(w in said for w in ('“已完成（50%）” (row 4)', '“已销号（部分）” (row 5)', '“已完成（1号、2号）” (row 7)', 'in 3 rows')))
check('the document is shown as evidence', [r['evidence'] for r in rows(ws / 'restoration.gpkg', "SELECT evidence FROM records WHERE site='甲' AND stage='closed'")], ['已销号（新环发〔2018〕12号）'])
check('an accepted area was restored: nothing to tell', codes(ws), [])

# --- 达到序时进度 is work under way, and known ---
ws = workspace('in time')
said = imported(ws, table('序时.csv', HEAD, ['甲,10,10,2018-05-01,达到序时进度', '乙,10,10,2018-05-01,按序时进度推进', '丙,10,10,2018-05-01,整改到位'])).stdout
check('under way', (in_mu(ws), 'warning' in said), ({'甲': (0, 0, 10), '乙': (0, 0, 10), '丙': (10, 0, 0)}, False))

# --- headings that ask ---
ASK = '保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时间,是否完成整改,是否通过验收,是否销号（是/否）'
ws = workspace('questions')
said = imported(ws, table('是否.csv', ASK, ['甲,10,10,2018-05-01,是,是,是', '乙,10,10,2018-05-01,是,√,否', '丙,10,10,2018-05-01,是,否,否', '丁,10,10,2018-05-01,否,否,否', '戊,10,10,2018-05-01,否,否,是', '己,10,10,2018-05-01,是（2018年5月）,是（2018-09-30）,未销号',
                                            '庚,10,10,2018-05-01,大部,,', '辛,10,10,2018-05-01,,,/', '壬,10,10,2018-05-01,已完成,待定,'])).stdout
check('answers', in_mu(ws), {'甲': (10, 10, 0), '乙': (10, 10, 0), '丙': (10, 0, 0), '丁': (0, 0, 10), '戊': (0, 0, 10), '己': (10, 10, 0), '庚': (0, 0, 10), '辛': (10, 0, 0), '壬': (10, 0, 0)})
check('with their day', [in_mu(ws, d)['己'] for d in ('2018-09-29', '2018-09-30')], [(10, 0, 0), (10, 10, 0)])
true(f'told: read, contradicting, doubtful, unread: {said}', all(w in said for w in ('(8 rows)', 'in 1 rows the stage and what', '(row 6)) contradict', '“是否完成整改：大部” (row 8)', '“是否通过验收：待定” (row 10)')) and 'was not read;' not in said.split('warning')[0])
ws = workspace('questions beside stages')
said = imported(ws, table('阶段是否.csv', '保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时间,治理阶段,是否销号,是否完成', ['甲,10,10,2018-05-01,治理恢复,是,是', '乙,10,10,2018-05-01,覆土,,是', '丙,10,10,2018-05-01,县级验收,否,否', '丁,10,10,2018-05-01,县级验收,是,是'])).stdout
check('the further one counts, but what is not done is not', (in_mu(ws), 'in 2 rows the stage' in said), ({'甲': (10, 10, 0), '乙': (0, 0, 10), '丙': (0, 0, 10), '丁': (10, 10, 0)}, True))

# --- areas that are called done are, whatever the state of their site; a plain area beside 整改中 is what is being worked on ---
for n, (heading, state, word) in enumerate([('累计治理面积（亩）', '整改状态', '整改中'), ('已治理面积（亩）', '整改状态', '正在整改'), ('已完成治理面积（亩）', '是否完成整改', '否'), ('本年完成治理面积（亩）', '状态', '治理中')]):
    ws = workspace(f'done so far {n}')
    said = imported(ws, table(f'已做{n}.csv', f'保护区,治理点,应治理面积（亩）,{heading},{state},填报日期,验收时间', [f'甲,20,20,{"是" if word == "否" else "已完成"},2018-09-30,', f'乙,30,20,{word},2018-09-30,', f'丙,30,20,{word},2018-09-30,2018-08-01'])).stdout
    check(f'{heading} {word}', in_mu(ws), dict.fromkeys('甲乙丙', (20, 0, 0)))
    true(f'told: {said}', 'are called done' in said and f'{word}” (2 rows, the first is 3) in 2 rows' in said and 'count as under way' not in said)
ws = workspace('plain figures')
said = imported(ws, table('平常.csv', '保护区,治理点,应治理面积（亩）,治理面积（亩）,整改状态,填报日期', ['甲,20,20,已完成,2018-09-30', '乙,30,20,整改中,2018-09-30'])).stdout
check('a plain area is being worked on', in_mu(ws), {'甲': (20, 0, 0), '乙': (0, 0, 20)})
true(f'which is told: {said}', '“整改中” (row 3) in 1 rows: their areas count as under way' in said)
ws = workspace('kinds of work')
imported(ws, table('工种.csv', '保护区,治理点,累计治理面积（亩）,治理阶段,填报日期', ['甲,20,回填,2018-09-30', '乙,20,覆土,2018-09-30', '丙,20,种植,2018-09-30']))
check('the stage of the figure itself', in_mu(ws), dict.fromkeys('甲乙丙', (0, 0, 20)))

# --- also where the row comes with its polygon: that is the outline (17,725.57 m²), the figure what is done of it ---
GRASS = 'qitai-desert-grassland'
T1 = {'type': 'Polygon', 'coordinates': [[[89.85, 44.33], [89.852, 44.33], [89.852, 44.331], [89.85, 44.331], [89.85, 44.33]]]}


def drawn(name, *features):
    return write(name + '.geojson', json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'保护区': '奇台荒漠类草地', '图斑编号': 'T1', **p}, 'geometry': T1} for p in features]}, ensure_ascii=False))


def in_m2(ws, day):
    r = row(status(ws, day), GRASS)
    return tuple(r[k] for k in ('required_m2', 'claimed_m2', 'accepted_m2')), r['site_list'][0]['under_way_m2']


ws = workspace('outline', with_map=True)
said = imported(ws, drawn('外围', {'应治理面积': '2公顷', '已治理面积': '1公顷', '已验收面积': '0.5公顷', '整改状态': '整改中', '填报日期': '2018-06-30'})).stdout
check('the figures of the row, and its ground under way', in_m2(ws, '2018-06-30'), ((20_000, 10_000, 5_000), 17725.57))
true(f'told: {said}', 'are called done' in said and '整改中' in said)
ws = workspace('outline by month', with_map=True)
imported(ws, drawn('外围半年', {'应治理面积': '1.77公顷', '累计治理面积': '1公顷', '整改状态': '整改中', '填报日期': '2018-06-30'}), drawn('外围全年', {'应治理面积': '1.77公顷', '累计治理面积': '1.77公顷', '整改状态': '已完成整改', '填报日期': '2018-12-31'}))
check('by month', [in_m2(ws, d)[0] for d in ('2018-06-30', '2018-12-31')], [(17_700, 10_000, 0), (17_700, 17_700, 0)])
ws = workspace('plain outline', with_map=True)
imported(ws, drawn('外围平常', {'应治理面积': '1.77公顷', '治理面积': '1.77公顷', '整改状态': '整改中', '填报日期': '2018-06-30'}))
check('a plain area is the polygon, and worked on', in_m2(ws, '2018-06-30'), ((17_700, 0, 0), 17725.57))
ws = workspace('outline sent back', with_map=True)
imported(ws, write('外围前.csv', '保护区,图斑编号,应治理面积（公顷）,已治理面积（公顷）,整改状态,填报日期\n奇台荒漠类草地,T1,1.77,1.77,已销号,2018-06-30\n'), drawn('外围退回', {'应治理面积': '1.77公顷', '已治理面积': '1公顷', '整改状态': '退回整改', '填报日期': '2018-12-31'}))
check('sent back with its polygon: nothing stays accepted', (in_m2(ws, '2018-06-30')[0], in_m2(ws, '2018-12-31')[0][2]), ((17_700, 17_700, 17_700), 0))

# --- deadlines and days under their usual names ---
for heading in ('整改期限', '完成期限', '整改完成时限', '整改截止时间', '治理时限', '要求完成时间', '计划完成时间', '整改完成期限', '时限要求'):
    ws = workspace(heading)
    imported(ws, table(heading + '.csv', f'保护区,治理点,应治理面积（亩）,治理面积（亩）,治理时间,{heading},整改完成情况,截至日期', ['甲,20,10,2018-05-01,2018-12-31,已完成,2019-01-31', '乙,20,,,2018-12-31,未开展,2019-01-31']))
    check(heading, (row(status(ws, '2018-12-31'), BULGAN)['overdue'], row(status(ws), BULGAN)['overdue'], in_mu(ws, '2018-05-01')), (0, 2, {'甲': (10, 0, 0), '乙': (0, 0, 0)}))

# --- what is said not to have passed is not accepted, whatever day or area of acceptance stands beside; what is not closed may be ---
DENY = '保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时间,验收面积（亩）,验收时间,'
ws = workspace('denied')
said = imported(ws, table('未过.csv', DENY + '是否通过验收,是否销号,治理阶段', ['甲,10,10,2018-05-01,,2018-07-01,是,否,', '乙,10,10,2018-05-01,,2018-07-01,否,否,', '丙,10,10,2018-05-01,10,2018-07-01,未验收,,', '丁,10,10,2018-05-01,,,否,,县级验收', '戊,10,10,2018-05-01,,,否,,治理恢复', '己,10,10,,,2018-07-01,否,,'])).stdout
check('nothing accepted', in_mu(ws), {'甲': (10, 10, 0)} | dict.fromkeys('乙丙丁戊己', (10, 0, 0)))
true(f'told, where anything speaks of acceptance: {said}', 'warning: ' in said and '4 rows have a day, an area or a stage of acceptance' in said and '(row 6)' not in said)
ws = workspace('levels')
imported(ws, table('分级.csv', DENY + '是否通过县级验收,是否通过州级验收', ['甲,10,10,2018-05-01,,2018-07-01,是,否', '乙,10,10,2018-05-01,,2018-07-01,否,否']))
check('the county has accepted, the prefecture not', in_mu(ws), {'甲': (10, 10, 0), '乙': (10, 0, 0)})
ws = workspace('verdicts')
for n, heading in enumerate(('验收结论', '验收情况', '验收结果')):
    imported(ws, table(f'结论{n}.csv', DENY + '整改状态,' + heading, [f'甲{n},10,10,2018-05-01,10,2018-07-01,已完成,合格', f'乙{n},10,10,2018-05-01,10,2018-07-01,已完成,不合格', f'丙{n},10,10,2018-05-01,,2018-07-01,已完成,未通过']))
check('sent back', in_mu(ws), {f'甲{n}': (10, 10, 0) for n in range(3)} | {f'{s}{n}': (0, 0, 0) for s in '乙丙' for n in range(3)})
check('is no acceptance without restoration', 'accepted_without_restoration' in codes(ws), False)
ws = workspace('sent back')
imported(ws, table('退回.csv', DENY + '验收状态', ['甲,10,10,2018-05-01,,2018-07-01,未通过验收', '乙,10,10,2018-05-01,,2018-07-01,退回整改']))
check('nor what a word of status sends back', (in_mu(ws), codes(ws)), (dict.fromkeys('甲乙', (0, 0, 0)), []))

ws = workspace('question named')
imported(ws, '--column', 'stage=是否销号', table('指明.csv', '保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时间,是否销号', ['甲,10,10,2018-05-01,是', '乙,10,10,2018-05-01,否']))
check('also where the user names its meaning', in_mu(ws), {'甲': (10, 10, 0), '乙': (10, 0, 0)})
ws = workspace('other questions')
said = imported(ws, table('别的是否.csv', '保护区,治理点,治理面积（亩）,完成时间,是否退出,是否涉及核心区', ['甲,10,2018-05-01,是,是'])).stdout
check('other questions say nothing of the ground', (in_mu(ws), 'Not used' in said or '是否涉及核心区' in said), ({'甲': (10, 0, 0)}, True))

# --- a day of acceptance, or an accepted area that is all of it, holds against a word that nobody knows ---
ws = workspace('held')
said = imported(ws, table('验收时间.csv', '保护区,治理点,应治理面积（亩）,治理面积（亩）,完成时间,验收面积（亩）,验收时间,整改状态', ['甲,20,20,2018-05-01,,2018-07-01,新说法', '乙,20,20,2018-05-01,20,2018-07-01,新说法', '丙,40,40,2018-05-01,30,2018-07-01,已基本完成',
                                                              '丁,10,10,2018-05-01,,2018-07-01,整改中', '戊,10,10,2018-05-01,,,新说法'])).stdout
check('accepted by day or area', in_mu(ws), {'甲': (20, 20, 0), '乙': (20, 20, 0), '丙': (30, 30, 10), '丁': (0, 0, 10), '戊': (0, 0, 10)})
true(f'each word is told: {said}', all(w in said for w in ('reads “新说法” (2 rows, the first is 2) in 2 rows', 'that counts; check them', '“已基本完成” (row 4) “新说法” (row 6) in 2 rows', '1 rows have a day under "验收时间" and no accepted area, yet their stage is “整改中” (row 5)')))

# --- every word is told, with its rows; of very many the first fifty, and where the others are ---
ws = workspace('words')
said = imported(ws, table('词.csv', HEAD, [f'点{n},10,10,2018-05-01,说法{"甲乙丙丁戊己庚辛壬癸"[n % 10]}{"一二三四五六七八九十"[n // 10]}' for n in range(60)] + ['末,10,10,2018-05-01,说法甲一'])).stdout
true('fifty, and ten more', all(w in said for w in ('“说法甲一” (2 rows, the first is 2)', '“说法癸五” (row 51)', 'and 10 more wordings', 'the table rows', 'in 61 rows')) and '说法甲六' not in said)
check('which are there', len(rows(ws / 'restoration.gpkg', "SELECT raw FROM rows WHERE raw LIKE '%说法甲六%'")), 1)

# --- acceptance is asked for its restoration where it contradicts, not where its area says it ---
ws = workspace('accepted')
imported(ws, table('验收.csv', '保护区,治理点,治理面积（亩）,日期,阶段', ['甲,10,2018-05-01,已验收', '乙,10,2018-05-01,已验收', '乙,10,2018-06-01,治理恢复', '丙,10,2018-05-01,治理恢复', '丙,15,2018-06-01,已验收', '丁,,2018-06-01,已销号',
                                      '戊,10,2018-03-01,治理恢复', '戊,10,2018-04-01,已验收', '戊,,2018-05-01,退回再整改', '戊,10,2018-06-01,已验收']))
check('accepted early, more than restored, without an area or after a return', codes(ws), ['accepted_before_restored', 'accepted_exceeds_restored', 'accepted_without_restoration'])
check('of these two sites in one', [('丁' in f['text'], '戊' in f['text'], '甲' in f['text']) for f in found(row(status(ws), BULGAN), 'accepted_without_restoration')], [(True, True, False)])

# --- running sums under ids of their own: the next report moves the day, what has not changed adds nothing ---
def report(name, day, sums, head='编号,保护区,治理点,应治理面积（亩）,累计治理面积（亩）,累计验收面积（亩）,填报日期'):
    return write(name, head + '\n' + ''.join(f'{n},布尔根河狸,{site},100,{a},{b},{day}\n' for n, site, a, b in sums))


FIRST, SECOND = [('K-1', '甲', 40, 20), ('K-2', '乙', 50, 50), ('3', '丙', 30, '')], [('K-1', '甲', 70, 60), ('K-2', '乙', 50, 50), ('3', '丙', 30, '')]
ws, turned = workspace('next report'), workspace('next report turned')
imported(ws, report('一季度.csv', '2018-03-31', FIRST))
said = imported(ws, report('二季度.csv', '2018-06-30', SECOND)).stdout
true('told', '3 added' in said and '3 rows bring running sums, stages or states of tasks of another day under ids that are known' in said)
check('each on its day', [in_mu(ws, d) for d in ('2018-06-29', '2018-06-30')], [{'甲': (40, 20, 0), '乙': (50, 50, 0), '丙': (30, 0, 0)}, {'甲': (70, 60, 0), '乙': (50, 50, 0), '丙': (30, 0, 0)}])
imported(turned, FOLDER / '二季度.csv', FOLDER / '一季度.csv')
check('whatever was imported first', [in_mu(turned, d) for d in ('2018-06-29', '2018-06-30')], [in_mu(ws, d) for d in ('2018-06-29', '2018-06-30')])
check('nothing to tell', (codes(ws), codes(turned)), ([], []))
true('imported twice, in another order', '0 added, 3 known' in imported(ws, report('二季度再.csv', '2018-06-30', SECOND[::-1])).stdout)
check('rows kept', len(rows(ws / 'restoration.gpkg', 'SELECT record_id FROM rows')), 6)
# 甲 was sent back between the reports, 乙 said again later what was sent back: that stands
imported(ws, write('退回.csv', '编号,保护区,治理点,阶段,日期\nr1,布尔根河狸,乙,退回再整改,2018-05-01\nr2,布尔根河狸,丙,退回再整改,2018-07-01\n'))
check('a sum that is said again after a return stands again', [in_mu(ws, d) for d in ('2018-05-01', '2018-06-30', '2018-07-01')], [{'甲': (40, 20, 0), '乙': (0, 0, 0), '丙': (30, 0, 0)}, {'甲': (70, 60, 0), '乙': (50, 50, 0), '丙': (30, 0, 0)}, {'甲': (70, 60, 0), '乙': (50, 50, 0), '丙': (0, 0, 0)}])
for what, line in [('another site', 'K-1,布尔根河狸,丁,100,80,60,2018-09-30'), ('another reserve', 'K-1,罗布泊,甲,100,80,60,2018-09-30'), ('another sum of the same day', 'K-1,布尔根河狸,甲,100,75,60,2018-06-30')]:
    true(f'a conflict: {what}', '"K-1" exists' in imported(ws, write('冲突.csv', '编号,保护区,治理点,应治理面积（亩）,累计治理面积（亩）,累计验收面积（亩）,填报日期\n' + line + '\n'), status=3).stderr)
true('new figures under an id that is taken are a conflict as before', '"K-1" exists' in imported(ws, write('新增冲突.csv', '编号,保护区,治理点,治理面积（亩）,填报日期\nK-1,布尔根河狸,甲,5,2018-09-30\n'), status=3).stderr)
fix = lambda which: write('更正哪次.csv', f'编号,保护区,治理点,累计治理面积（亩）,填报日期,更正\nf-1,布尔根河狸,甲,65,2018-07-31,{which}\n')
r = imported(ws, fix('K-1'), status=3)
second = next(v['record_id'] for v in rows(ws / 'restoration.gpkg', "SELECT record_id FROM rows WHERE record_id LIKE 'K-1@%'"))
true(f'a correction has to say which report: {r.stderr[:300]}', second in r.stderr)
imported(ws, fix(second))
check('and corrects that one', in_mu(ws, '2018-07-31')['甲'][0], 65)

ws = workspace('serials of two offices')
for day, more in (('2018-03-31', 0), ('2018-06-30', 10)):
    for office, (a, b) in (('甲县', ('甲', '乙')), ('乙县', ('丙', '丁'))):
        imported(ws, report(f'{office}{day}.csv', day, [('1', a, 40 + more, ''), ('2', b, 50, '')]))
check('serial numbers of two offices, two reports each', [in_mu(ws, d) for d in ('2018-03-31', '2018-06-30')], [{'甲': (40, 0, 0), '乙': (50, 0, 0), '丙': (40, 0, 0), '丁': (50, 0, 0)}, {'甲': (50, 0, 0), '乙': (50, 0, 0), '丙': (50, 0, 0), '丁': (50, 0, 0)}])
true('another stage that says less is asked', '"K-9" exists' in [imported(ws, write(f'阶段{n}.csv', f'编号,保护区,治理点,阶段,日期\nK-9,布尔根河狸,戊,{stage},2018-0{n}-01\n'), status=3 * (n == 5)) for n, stage in ((3, '设施拆除'), (4, '治理恢复'), (5, '设施拆除'))][-1].stderr)

# --- tasks with numbers in the next report: another state of the same task, on the day of that report ---
def tasks(day, lines, title='整改任务清单'):
    return write(f'{title}{day}.csv', f'{title}（截至{day}）\n编号,任务名称,保护区,应治理面积（亩）,完成时限,完成情况\n' + ''.join(f'{line}\n' for line in lines))


ws = workspace('tasks by month')
imported(ws, tasks('2018年10月31日', ['1,清理,布尔根河狸,,2018-11-30,在推进', '2,拆除,布尔根河狸,60,2018-12-31,已完成']))
said = imported(ws, tasks('2018年12月31日', ['1,清理,布尔根河狸,,2018-11-30,已完成', '2,拆除,布尔根河狸,60,2018-12-31,已完成'])).stdout
true(f'told: {said}', '2 rows bring running sums, stages or states of tasks' in said)
check('of two tasks one, then both', [[status(ws, d)['tasks'][k] for k in ('total', 'done', 'open', 'overdue')] for d in ('2018-12-30', '2018-12-31')], [[2, 1, 1, 1], [2, 2, 0, 0]])
check('required once', in_mu(ws) or round(row(status(ws), BULGAN)['required_m2'] * .0015, 2), 60)
true('again nothing changes', '0 added, 2 known' in imported(ws, tasks('2018年12月31日', ['1,清理,布尔根河狸,,2018-11-30,已完成', '2,拆除,布尔根河狸,60,2018-12-31,已完成', ''])).stdout)
for what, line in [('another state of the same day', '1,清理,布尔根河狸,,2018-11-30,在推进'), ('another task under the number', '1,封井,布尔根河狸,,2018-11-30,在推进')]:
    true(f'asked: {what}', '"1" exists' in imported(ws, tasks('2018年12月31日', [line], what), status=3).stderr)

# --- the same file as the report of another day: its states are of that day; where it has none, that is said ---
ws = workspace('another day')
file = write('同一文件.csv', '编号,保护区,治理点,累计治理面积（亩）,应治理面积（亩）\nS-1,布尔根河狸,甲,40,100\n')
imported(ws, '--reported-on', '2018-03-31', file)
imported(ws, write('其间退回.csv', '编号,保护区,治理点,阶段,日期\nq1,布尔根河狸,甲,退回再整改,2018-05-01\n'))
true('a second time it changes nothing', 'was imported before' in imported(ws, file).stdout and 'was imported before' in imported(ws, '--reported-on', '2018-03-31', file).stdout)
check('sent back', in_mu(ws, '2018-06-30'), {'甲': (0, 0, 0)})
true('of another day it says so', 'this is its report of 2018-06-30' in imported(ws, '--reported-on', '2018-06-30', file).stdout)
check('what it says stands on that day', [in_mu(ws, d)['甲'][0] for d in ('2018-04-30', '2018-06-29', '2018-06-30')], [40, 0, 40])
true('of that day again', 'nothing was changed' in imported(ws, '--reported-on', '2018-06-30', file).stdout)
plain = write('新增文件.csv', '保护区,治理点,治理面积（亩）\n布尔根河狸,乙,40\n')
imported(ws, '--reported-on', '2018-03-31', plain)
said = imported(ws, '--reported-on', '2018-06-30', plain).stdout
check('new figures are the same figures', (in_mu(ws)['乙'], 'nothing was changed' in said, 'the day 2018-06-30 changes nothing' in said), ((40, 0, 0), True, True))
check('no import is noted of it', len(rows(ws / 'restoration.gpkg', 'SELECT file FROM imports')), 4)

# --- figures by year say what was restored; that all of it is accepted (sent back) the row says once, on its own day ---
YEARS = '保护区,治理点,应治理面积（亩）,2016年治理面积（亩）,2017年治理面积（亩）,2018年治理面积（亩）,'


def by_year(name, more, lines, *days, options=()):
    """Claimed and accepted in 亩 by site on each day, and the findings of the last."""
    ws = workspace(name)
    said = imported(ws, *options, table(name + '.csv', YEARS + more, lines)).stdout
    true(f'{name}: no total contradicts: {said}', '(a total)' not in said)
    return [{site: figures[:2] for site, figures in in_mu(ws, d).items()} for d in days], codes(ws, days[-1])


check('with a running sum', by_year('year sums', '累计治理面积（亩）,是否销号,验收时间', ['甲,450,60,80,160,300,是,2018-11-20', '乙,450,60,80,,140,是,2017-09-01', '丙,300,60,80,160,300,否,', '合计,1200,180,240,320,740,,'], '2017-12-31', '2018-11-19', '2018-11-20', '2018-12-31'),
      ([{'甲': (140, 0), '乙': (140, 140), '丙': (140, 0)}] * 2 + [{'甲': (300, 300), '乙': (140, 140), '丙': (140, 0)}, {'甲': (300, 300), '乙': (140, 140), '丙': (300, 0)}], []))
check('without one', by_year('years', '整改状态,销号时间', ['甲,300,,100,200,已销号,2019-01-15', '乙,300,,100,200,已销号（新环发〔2018〕12号）,2018-11-20', '丙,300,,100,200,已销号（2018-11-20）,', '丁,300,,100,200,已完成,2018-11-20', '戊,300,,100,200,新说法,2018-11-20', '己,300,,100,200,已销号,',
                                                  '庚,300,,100,200,整改中,2018-11-20', '辛,300,0,0,0,已完成,', '合计,2400,0,700,1400,,'], '2018-11-19', '2018-11-20', '2018-12-31', '2019-01-15'),
      ([dict.fromkeys('甲乙丙丁戊己庚', (100, 0)) | {'辛': (0, 0)}, {'甲': (100, 0), **dict.fromkeys('乙丙丁戊', (300, 300)), '己': (100, 0), '庚': (100, 0), '辛': (0, 0)},
        {'甲': (300, 0), **dict.fromkeys('乙丙丁戊己', (300, 300)), '庚': (300, 0), '辛': (0, 0)}, {**dict.fromkeys('甲乙丙丁戊己', (300, 300)), '庚': (300, 0), '辛': (0, 0)}], []))
check('without a day that of the report', by_year('years reported', '整改状态', ['甲,300,,100,200,已销号'], '2018-12-31', '2019-02-27', '2019-02-28', options=('--reported-on', '2019-02-28')), ([{'甲': (300, 0)}] * 2 + [{'甲': (300, 300)}], []))
by_year('years unnamed', '整改状态', [',,10,20,30,已销号', ',,5,6,7,已完成'], '2018-12-31')
check('no site is named: one row of two is accepted', [round(row(status(FOLDER / 'years unnamed'), BULGAN)[k] * .0015, 2) for k in ('claimed_m2', 'accepted_m2')], [78, 60])
check('accepted figures', by_year('years accepted', '累计治理面积（亩）,累计验收面积（亩）,是否销号,验收时间', ['甲,90,,30,60,90,90,是,', '乙,90,,30,60,90,90,是,2018-06-01', '丙,90,,30,60,90,50,否,2018-06-01', '丁,90,,30,60,90,0,否,'], '2018-06-01', '2018-12-31'),
      ([{'甲': (30, 0), '乙': (90, 90), '丙': (90, 50), '丁': (30, 0)}, {'甲': (90, 90), '乙': (90, 90), '丙': (90, 50), '丁': (90, 0)}], []))
check('nothing by year', by_year('years of nothing', '整改状态,销号时间', ['甲,300,0,-,0,已销号,2018-11-20'], '2018-12-31'), ([{'甲': (0, 0)}], ['accepted_without_restoration']))
true('the acceptance has its day', '(2018-11-20)' in found(row(status(FOLDER / 'years of nothing'), BULGAN), 'accepted_without_restoration')[0]['text'])
check('work behind the day of acceptance is told', by_year('years behind', '整改状态,验收时间', ['甲,300,60,80,20,已销号,2017-09-01'], '2017-12-31', '2018-12-31'), ([{'甲': (140, 160)}, {'甲': (160, 160)}], ['accepted_before_restored']))
check('sent back', by_year('years back', '整改状态', ['甲,300,,100,200,退回再整改'], '2017-12-31', '2018-12-31'), ([{'甲': (100, 0)}, {'甲': (0, 0)}], ['imprecise_day']))
ws = workspace('years in units')
imported(ws, table('年单位.csv', '保护区,治理点,2017年治理面积（公顷）,截至2016年底累计治理面积（亩）,整改状态', ['甲,2,12.5,已销号']))
check('units are mixed: 12.5 + 2 × 15', (in_mu(ws, '2016-12-31'), in_mu(ws)), ({'甲': (12.5, 0, 0)}, {'甲': (42.5, 42.5, 0)}))
SINCE = '保护区,图斑编号,应治理面积（亩）,截至2017年底累计治理面积（亩）,2018年治理面积（亩）'
for name, more, lines, last in [('years behind a sum', '', ['K,90,30,30'], {'K': (60, 0, 0)}), ('between sums', ',累计治理面积（亩）,是否销号,验收时间', ['K,90,30,30,60,否,', 'L,90,30,30,60,是,2018-09-30', 'M,30,30,,30,是,2017-11-02'], {'K': (60, 0, 0), 'L': (60, 60, 0), 'M': (30, 30, 0)}),
                                ('a sum at both ends', ',截至2018年底累计治理面积（亩）,整改状态,验收时间', ['K,90,30,30,60,整改中,', 'L,90,30,60,90,已销号,2018-12-05'], {'K': (60, 0, 0), 'L': (90, 90, 0)})]:
    ws = workspace(name)
    imported(ws, table(name + '.csv', SINCE + more, lines))
    check(name, (in_mu(ws), codes(ws)), (last, []))
check('of the year before nothing is moved', in_mu(ws, '2017-12-31'), {'K': (30, 0, 0), 'L': (30, 0, 0)})

# --- the report that closes a site says how much of it was treated as well: 8 of 10 in the first, all in the second ---
for name, head, first, last in [('销号', '累计治理面积（亩）,整改状态,填报日期', '8,整改中,2018-12-31', '10,已销号,2019-06-30'), ('已治理', '已治理面积（亩）,整改状态,填报日期', '8,整改中,2018-12-31', '10,已销号,2019-06-30'),
                                ('问验收', '累计治理面积（亩）,是否通过验收,填报日期', '8,否,2018-12-31', '10,是,2019-06-30'), ('先完成', '累计治理面积（亩）,整改状态,填报日期', '8,已完成,2018-12-31', '10,已销号,2019-06-30'),
                                ('结论', '治理面积（亩）,验收时间,验收结论,填报日期', '8,,,2018-12-31', '10,2019-05-01,合格,2019-06-30'),
                                ('再验', '治理面积（亩）,验收时间,验收结论,填报日期', '8,2018-12-01,不合格,2018-12-31', '10,2019-05-01,合格,2019-06-30')]:
    ws = workspace('closed ' + name)
    for n, line in enumerate((first, last)):
        imported(ws, table(f'关闭{name}{n}.csv', '保护区,治理点,应治理面积（亩）,' + head, ['甲,10,' + line]))
    check(f'closed, {name}', (in_mu(ws, '2018-12-31')['甲'][1], in_mu(ws, '2019-12-31'), codes(ws, '2019-12-31')), (0, {'甲': (10, 10, 0)}, []))
ws = workspace('closed whole')
for n, line in enumerate(('10,8,整改中,2018-12-31', '10,10,已销号,2019-06-30')):
    imported(ws, table(f'全区关闭{n}.csv', '保护区,应治理面积（亩）,累计治理面积（亩）,整改状态,填报日期', [line]))
check('closed, of the whole reserve', ([round(row(status(ws, '2019-12-31'), BULGAN)[k] * .0015, 2) for k in ('claimed_m2', 'accepted_m2')], codes(ws, '2019-12-31')), ([10, 10], []))
ws = workspace('accepted column')
imported(ws, table('验收列.csv', '保护区,治理点,累计治理面积（亩）,累计验收面积（亩）,填报日期', ['甲,8,,2018-12-31', '甲,8,10,2019-06-30']))
check('an accepted area of its own is compared', (in_mu(ws, '2019-12-31'), 'accepted_exceeds_restored' in codes(ws, '2019-12-31')), ({'甲': (8, 10, 0)}, True))

# --- under 验收结论 only what is known as a pass accepts, in whatever words it is denied ---
for heading, no, yes in [('验收结论', '未通过县级验收 县级验收未通过 州级验收不合格 初验不合格 不合格（需补植） 不予通过 未予通过 不同意通过验收 未能通过验收 暂不通过 暂未通过 不符合要求 不达标 限期整改 需整改 整改后重新验收 暂未验收 新说法',
                          '合格 通过 已通过验收 验收合格 县级验收合格 优秀 良好 优良 同意销号 符合要求 达标 经县级验收合格，同意销号，不再整改'), ('是否通过验收', '没有 未 不 x 待定 否，限期整改', '是 √ 是（县级） 已通过')]:
    no, yes = no.split(), yes.split()
    ws = workspace('words of ' + heading)
    said = imported(ws, table(heading + '.csv', f'保护区,治理点,应治理面积（亩）,治理面积（亩）,验收时间,填报日期,{heading}', [f'{w.translate({65288: 45, 65289: 45, 65292: 45})}矿,10,10,2018-10-20,2018-12-31,{w}' for w in no + yes])).stdout
    check(heading, {k: v[1] for k, v in in_mu(ws).items()}, {w.translate({65288: 45, 65289: 45, 65292: 45}) + '矿': 0 if w in no else 10 for w in no + yes})
    true(f'told with its row: {said}', all(f'{heading}：{w}” (row {n})' in said for n, w in enumerate(no, 2)) or f'in {len(no)} rows' in said)

done()
