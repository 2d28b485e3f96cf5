"""What the rows of a restoration table say of their state: words of status with documents behind them, questions answered 是 or 否, acceptance beside words that nobody knows, and what an import tells of all that."""
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

done()
