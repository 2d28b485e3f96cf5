"""What accepts: only words of passing that nothing in the cell denies, limits or puts off."""
from restoration_support import *

BULGAN = 'bulgan-beaver'
RESERVE = '布尔根河狸'


def accepted(name, heading, words, head='完成时间', day='2018-05-01', stage='', workbook=False):
    """Accepted in 亩 by word, of 100 each; and what the import says."""
    ws = workspace(name)
    lines = [[RESERVE, f'{n}矿', 100, 100, day, w] for n, w in enumerate(words)]
    names = ['保护区', '治理点', '应治理面积（亩）', '治理面积（亩）', head, heading]
    path = xlsx(name + '.xlsx', [['矿山治理验收情况表'], names, *lines], []) if workbook else write(name + '.csv', '\n'.join(','.join(f'"{c}"' for c in line) for line in [names, *lines]) + '\n')
    said = imported(ws, path).stdout
    sites = {s['site']: round(s['accepted_m2'] * .0015, 2) for s in row(status(ws, '2019-12-31'), RESERVE_ID)['site_list']}
    return {w: sites[f'{n}矿'] for n, w in enumerate(words)}, said


RESERVE_ID = next(r['id'] for r in status(workspace('names'))['reserves'] if RESERVE in r['name'])
NO = '县级初验合格，州级验收未通过|县级已通过，州级退回整改|专家验收合格率不足|复验后合格方可销号|合格，复核不合格|经复核，销号资料不全，退回|同意整改|整改后通过|请补充完善后通过|原则同意，剩余20亩补充复绿后通过|建议通过|县局已验收，州局抽查不合格|' \
     '合格率80%|有条件通过|通过（需补充复绿）|已验收（不合格）|部分通过|基本合格|限期整改|未申请|拟同意通过验收|原则通过|初步通过|自验合格，待县级验收|自验合格|已完成，待验收|已自验|企业自评合格|通过现场核查，植被成活率低|已申请验收|待整改合格后再验收|验收合格后销号|' \
     '合格，但需补植20亩|通过，2处未完成|同意，限期补充资料|县级验收合格，未报州级销号|同意下一步验收|争取通过|承诺整改后通过|可以组织验收|正在验收|验收组验收后认为达不到销号标准|不符合销号条件|同意延期|同意方案|通过方案评审，未施工|合格？|暂缓销号|已撤销销号|取消验收合格|退回|同意报送|同意治理方案'.split('|')
YES = '合格|通过|同意|优秀|良好|已通过验收|验收合格|同意通过验收|同意销号|准予销号|一次性通过|一致同意通过验收|县级验收合格|通过县级验收|州级验收合格，同意销号|经现场核查，验收合格|经专家组评审，同意通过验收|经县自然资源局现场核查，回填到位，符合销号条件，同意销号|' \
      '2018年10月20日通过验收|合格（2018年10月）|验收组一致同意通过验收。|整改到位，验收合格|验收合格，加强后期管护|无遗留问题，同意销号|工程质量合格|综合评定：优良|符合验收标准|达到验收要求，同意验收|设施已拆除，验收合格|经县级验收合格，同意销号，不再整改|已验收，合格|复验合格|县、州两级验收合格|若羌县验收合格'.split('|')
for n, heading in enumerate(('验收结论', '验收意见', '验收情况', '验收结果')):
    got, said = accepted(f'no {n}', heading, NO)
    check(f'{heading}: not accepted', {w for w, a in got.items() if a}, set())
    true(f'{heading}: told: {said[:300]}', 'warning: ' in said and heading in said)
    got, said = accepted(f'yes {n}', heading, YES)
    check(f'{heading}: accepted', {w for w, a in got.items() if a != 100}, set())
got, said = accepted('dated', '验收意见', NO, '验收时间', '2018-06-30')
check('nor beside a day of acceptance', {w for w, a in got.items() if a}, set())
for w in NO[:3]:
    true(f'{w} is named: {said[:400]}', w[:12] in said)
check('a day of acceptance beside a pass', {w for w, a in accepted('dated yes', '验收意见', YES, '验收时间', '2018-06-30')[0].items() if a != 100}, set())
got, said = accepted('workbook', '验收意见', NO[:12], workbook=True)
check('in a workbook', {w for w, a in got.items() if a}, set())
for heading in ('县级验收', '州级验收', '销号'):
    no = '已验收（不合格）|2018-10-01 不合格|合格，复核不合格|2018年10月验收，未通过|通过（需补充复绿）|整改后通过|是，后退回'.split('|')
    check(f'{heading}: not accepted', {w for w, a in accepted('level no ' + heading, heading, no)[0].items() if a}, set())
    check(f'{heading}: accepted', {w for w, a in accepted('level yes ' + heading, heading, '合格|已通过|是|已验收合格|同意销号|2018年10月通过'.split('|'))[0].items() if a != 100}, set())
got, said = accepted('asked', '是否验收', ['是（2018年12月被退回）', '是，未通过', '是，限期补充', '是（县级）', '是'])
check('是 with what takes it back', list(got.values()), [0, 0, 0, 100, 100])

# --- the name of the site in the cell says nothing of its own; the words are data ---
ws = workspace('named')
imported(ws, write('点名.csv', f'保护区,治理点,治理面积（亩）,完成时间,验收意见\n{RESERVE},磁海铁矿,100,2018-05-01,同意磁海铁矿通过验收\n{RESERVE},后山煤矿,100,2018-05-01,后山煤矿验收合格\n'))
check('names of sites', [round(s['accepted_m2'] * .0015, 2) for s in row(status(ws), RESERVE_ID)['site_list']], [100, 100])
ws = workspace('own words')
model = (SOURCE / 'layers/restoration/restoration.toml').read_text(encoding='utf-8')
(ws / 'restoration.toml').write_text(model.replace('pass_words = [', 'pass_words = ["没毛病", ', 1), encoding='utf-8')
imported(ws, write('自己的话.csv', f'保护区,治理点,治理面积（亩）,完成时间,验收意见\n{RESERVE},甲,100,2018-05-01,没毛病\n{RESERVE},乙,100,2018-05-01,有毛病\n'))
check('words of the workspace', {s['site']: round(s['accepted_m2'] * .0015, 2) for s in row(status(ws), RESERVE_ID)['site_list']}, {'甲': 100, '乙': 0})
(ws / 'restoration.toml').write_text('\n'.join(line for line in model.split('\n') if not line.startswith(('pass_', 'doubt_', 'harmless_', 'bare_headings'))), encoding='utf-8')
imported(ws, write('旧的词汇.csv', f'保护区,治理点,治理面积（亩）,完成时间,验收意见\n{RESERVE},丙,100,2018-05-01,一次性通过\n{RESERVE},丁,100,2018-05-01,整改后通过\n'))
check('a copy without them has those of Redline', {s['site']: round(s['accepted_m2'] * .0015, 2) for s in row(status(ws), RESERVE_ID)['site_list']}, {'甲': 100, '乙': 0, '丙': 100, '丁': 0})
done()
