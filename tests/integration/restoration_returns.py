"""Words of stages as offices write them; what is sent back must meet something; unknown stages are told with those that are known."""
from restoration_support import *

LOP, NAME = 'lop-nur', '罗布泊野骆驼'
HEAD = '保护区,矿山,应治理面积（亩）,治理面积（亩）,治理阶段,日期\n'


def stages(ws, reserve=LOP):
    return {s['site']: s['stage'] for s in row(status(ws, '2019-12-31'), reserve)['site_list']}


# --- 已…, …完成, 完成… of each stage, under 治理阶段, 状态, 整改情况, 整改状态 ---
WORDS = {'sealed': '已封井 封井完成 完成封井 已完成封井 已封堵 封堵完成', 'dismantled': '已拆除 拆除完成 完成拆除 已完成拆除 拆除到位 设施已拆除', 'filling': '已回填 回填完成 完成回填 已完成回填 回填到位', 'soil_cover': '已覆土 覆土完成 完成覆土 已完成覆土 已回填覆土',
         'planted': '已种植 种植完成 已补种 已播种', 'exited': '已注销 注销完成 已退出 已补偿 已扣除变更 已关闭', 'restored': '已治理恢复 治理恢复完成 已恢复治理 已复绿 复绿完成 已复垦 修复完成', 'self_checked': '已自验 自验完成'}
LIST = [(code, w) for code, words in WORDS.items() for w in words.split()]
for heading in ('治理阶段', '状态', '整改情况', '整改状态'):
    for figures in ('', ',应恢复面积（㎡）'):
        ws = workspace(f'words {heading} {len(figures)}')
        said = imported(ws, '--reported-on', '2019-01-01', write(f'{heading}{len(figures)}.csv', f'保护区,井号,{heading}{figures}\n' + ''.join(f'{NAME},{w}井,{w}{",6000" * bool(figures)}\n' for _, w in LIST))).stdout
        check(f'{heading}{figures}', stages(ws), {w + '井': code for code, w in LIST})
        true(f'nothing is in doubt: {said}', 'neither stage nor status word' not in said)
ws = workspace('wells')
imported(ws, '--reported-on', '2019-01-01', write('井面积.csv', '保护区,井号,应治理面积（㎡）,治理面积（㎡）,状态\n' + ''.join(f'{NAME},TZ{n},6000,6000,{w}\n' for n, w in enumerate(('已封井', '已拆除', '已回填', '已恢复')))))
r = row(status(ws, '2019-12-31'), LOP)
check('sealed is not reclaimed', (r['claimed_m2'], r['accepted_m2']), (6000, 0))

# --- what is no word of a stage is told by name ---
ws = workspace('strange')
said = imported(ws, write('在产.csv', f'保护区,矿山,应治理面积（亩）,状态\n{NAME},甲,10,在产\n{NAME},乙,10,停产\n{NAME},丙,10,已拆除\n')).stdout
true(f'words under 状态: {said}', 'warning: ' in said and '“在产” (row 2) “停产” (row 3)' in said)
r = imported(ws, write('不认识.csv', f'保护区,矿山,治理面积（亩）,治理阶段\n{NAME},甲,10,办理中\n'), status=3)
true(f'an unknown stage lists the known ones: {r.stderr}', '办理中' in r.stderr and all(w in r.stderr for w in ('有效 (valid)', '封井 (sealed)', '治理恢复 (restored)', '销号 (closed)', '退回再整改 (returned)')))

# --- a return, or new damage, under a name that has no record; names nearly alike are named ---
FIRST = write('一.csv', HEAD + f'{NAME},一号铁矿,100,100,销号,2018-06-01\n{NAME},磁海铁矿,100,100,销号,2018-06-01\n{NAME},红山铜矿,100,100,治理恢复,2018-06-01\n{NAME},2号煤矿,100,,破坏,2018-06-01\n')
PLAIN = '保护区,矿山,治理阶段,日期\n'
UNMET = [(PLAIN, '1号铁矿,退回再整改', '一号铁矿'), (PLAIN, '哈密磁海铁矿,退回再整改', '磁海铁矿'), (PLAIN, '磁海,退回', '磁海铁矿'), (PLAIN, '红山铜矿矿区,退回整改', '红山铜矿'), (PLAIN, '１号铁矿,再次破坏', '一号铁矿'), (HEAD, '1号铁矿,,100,退回再整改', '一号铁矿'), (HEAD, '1号铁矿,100,100,退回再整改', '一号铁矿'),
         (HEAD, '哈密磁海铁矿,100,,退回再整改', '磁海铁矿'), (PLAIN, '磁海铁矿（二采区）,退回', None), (PLAIN, '某某矿,退回再整改', None), (PLAIN, '3号铁矿,退回再整改', None)]
for n, (head, line, like) in enumerate(UNMET):
    ws = workspace(f'unmet {n}')
    imported(ws, FIRST)
    before = row(status(ws, '2019-12-31'), LOP)
    imported(ws, write(f'退{n}.csv', head + f'{NAME},{line},2018-12-01\n'))
    r = row(status(ws, '2019-12-31'), LOP)
    f = found(r, 'returned_unmet') if like else found(r, 'returned_unknown')
    check(f'{line} is told', len(f), 1)
    check(f'{line}: the others stand', (r['claimed_m2'], r['accepted_m2']), (before['claimed_m2'], before['accepted_m2']))
    if like: true(f'{line} may be {like}: {f}', f and like in f[0]['text'])
    check('before its day nothing is told', found(row(status(ws, '2018-11-30'), LOP), 'returned_unmet') + found(row(status(ws, '2018-11-30'), LOP), 'returned_unknown'), [])

# --- what meets something, or says for itself what it is, is not told ---
MET = [(PLAIN, '一号铁矿,退回再整改', 66666.67), (PLAIN, '红山铜矿,退回', 133333.33), (PLAIN, '红山铜矿,再次破坏', None), (HEAD, '2号铁矿,100,,退回再整改', None), (HEAD, '新铜矿,80,,再次破坏', None), (PLAIN, ' 磁海 铁矿,退回', 66666.67)]
for n, (head, line, left) in enumerate(MET):
    ws = workspace(f'met {n}')
    imported(ws, FIRST, write(f'对{n}.csv', head + f'{NAME},{line},2018-12-01\n'))
    r = row(status(ws, '2019-12-31'), LOP)
    check(f'{line} is not told', found(r, 'returned_unmet') + found(r, 'returned_unknown'), [])
    if left: check(f'{line}: accepted stays', r['accepted_m2'], left)
ws = workspace('twice')
imported(ws, FIRST, write('两次.csv', PLAIN + f'{NAME},磁海铁矿,退回,2018-12-01\n{NAME},磁海铁矿,退回再整改,2019-01-01\n'))
check('sent back twice', found(row(status(ws, '2019-12-31'), LOP), 'returned_unmet') + found(row(status(ws, '2019-12-31'), LOP), 'returned_unknown'), [])
ws = workspace('english')
true('in both languages', [redline('--lang', l, 'restoration', 'status', '-w', ws).returncode for l in ('zh', 'en')] == [0, 0])
done()
