"""An outline in one line behind a title of its own is an application of its own, as under a title on a line of its own; titles of corners, sides and closing corners part nothing."""
from corner_support import applications
from support import FOLDER, check, done, true
from workbook import write_workbook

A = [(4983910.91, 28468455.78), (4983907.06, 28469244.39), (4985018.38, 28469249.73), (4985022.22, 28468461.27)]
B = [(4973925.49, 28465247.10), (4974141.44, 28466433.02), (4975586.96, 28466282.66), (4975924.13, 28465573.78)]
HEAD = '某某煤矿采矿权拐点坐标表（2000国家大地坐标系，3度带）'
HA, HB = 87.6, 163.7


def rows(ring, first=1):
    return [f'{i} {x:.2f} {y:.2f}' for i, (x, y) in enumerate(ring, first)]


def line(ring, form='{}、X={} Y={}', first=1, between='；'):
    return between.join(form.format(i, f'{x:.2f}', f'{y:.2f}') for i, (x, y) in enumerate(ring, first))


def read(*lines):
    path = FOLDER / 'lines.txt'
    path.write_text('\n'.join([HEAD, *lines]) + '\n', encoding='utf-8')
    out, said = applications(path)
    return ([round(h, 1) for _, h, _ in out], [v for *_, v in out], said) if isinstance(out, list) else (out, out, said)


FORMS = ('{}、X={} Y={}', '{}：X={}，Y={}', 'J{} X={} Y={}', '{}（{}，{}）', '{}，{}，{}', '{}、{}，{}')
TITLES = ('工业场地坐标：', '尾矿库：', '弃渣场：', '炸药库', '拟设矿区：', '探矿权范围：', '储煤场拐点坐标：')
# --- behind a table, and behind another line ---
for form in FORMS:
    for title in TITLES:
        if title == '炸药库' and 'X=' not in form: continue  # 炸药库1（…）: 1 may belong to the words
        space = '' if title.endswith('：') else ' '
        got = read('矿区范围', *rows(A), title + space + line(B, form))
        check(f'{title} {form} behind a table: {got[2][:300]}', got[0], [HA, HB])
        got = read('采矿权范围：' + line(A, form), title + space + line(B, form))
        check(f'{title} {form} behind a line: {got[2][:300]}', got[0], [HA, HB])
for title in ('井口工业场地：', '工业场地坐标：'):
    check(f'{title} with nothing but commas', read('矿区范围', *rows(A), title + line(B, '{}，{}，{}', between='，'))[0], [HA, HB])
got = read('矿区范围', *rows(A), '工业场地：', line(B))
check('the title on a line of its own', got[0], [HA, HB])
got = read('矿区范围', *rows(A), '工业场地坐标：1、' + line(B[:1], 'X={1} Y={2}'), *[line([c], '{}、X={} Y={}', i) for i, c in enumerate(B[1:], 2)])
check(f'a line for each corner: {got[2][:300]}', got[0], [HA, HB])
got = read('矿区范围', *rows(A), *[f'二采区：{line([c], "{}、X={} Y={}", i)}' for i, c in enumerate(B, 1)])
check(f'the title in each line: {got[2][:300]}', got[0], [HA, HB])
got = read('矿区范围', *rows(A), *[f'工业场地：{line([c], "{}、X={} Y={}", i)}' for i, c in enumerate(B, 1)])
check(f'another title in each line: {got[2][:300]}', got[0], [HA, HB])

# --- without numbers ---
for title in ('工业场地：', '炸药库：', '井口工业场地：'):
    check(f'{title} pairs without numbers', read('矿区范围', *rows(A), title + line(B, 'X={1} Y={2}'))[0], [HA, HB])
    check(f'{title} of both lines', read('矿区范围：' + line(A, 'X={1} Y={2}'), title + line(B, 'X={1} Y={2}'))[0], [HA, HB])
check('below their title', read('矿区范围', *rows(A), '工业场地：', line(B, 'X={1} Y={2}'))[0], [HA, HB])

# --- more writings ---
def degrees(w, s):
    ring = [(w, s), (w + 0.01, s), (w + 0.01, s + 0.01), (w, s + 0.01)]
    return '；'.join(f'{i}、东经{int(x)}°{(x - int(x)) * 60:.3f}′，北纬{int(y)}°{(y - int(y)) * 60:.3f}′' for i, (x, y) in enumerate(ring, 1))


for lines in (['采矿权范围：' + degrees(83.5, 44.9), '工业场地：' + degrees(83.55, 44.95)], ['采矿权范围：' + degrees(83.5, 44.9), '', '弃渣场 ' + degrees(83.55, 44.95)]):
    got = read(*lines)
    check(f'in degrees: {got[2][:300]}', (len(got[0]), got[1]), (2, ['clear', 'clear']))
for title in ('（二）工业场地：', '2、尾矿库坐标：', '工业场地（面积1.64平方公里）：', '拟建选矿厂：', 'B. 生活区：'):
    got = read('矿区范围', *rows(A), title + line(B))
    true(f'{title}: apart, or told ({got[:2]}, {got[2][:300]})', got[0] == [HA, HB] or 'review' in got[1] or 'cannot be used' in got[0])
got = read('矿区范围：' + line(A), '工业场地：' + line(B), '炸药库：' + line([(x + 9000, y) for x, y in A]))
check('three lines', got[0], [HA, HB, HA])

# --- both in one line of a sentence ---
for form in ('{}（{}，{}）', '{}、X={} Y={}'):
    for joint in ('；工业场地由以下拐点圈定：', '。工业场地坐标：', '，尾矿库范围：'):
        got = read('采矿权范围由以下拐点圈定：' + line(A, form) + joint + line(B, form))
        true(f'{form} {joint}: apart, or to be reviewed ({got[:2]})', got[0] == [HA, HB] or (got[0] == [round(HA + HB, 1)] and set(got[1]) == {'review'}))
        check(f'{form} {joint}: never joined in silence', got[0], [HA, HB])

# --- in a cell of a register, also on lines of their own ---
def register(*cells):
    write_workbook(FOLDER / 'lines.xlsx', {'台账': ([['许可证号', '矿山名称', '矿区范围拐点坐标（2000国家大地坐标系）'], *[[f'C650000201012711008912{i}', f'{i}号矿', c] for i, c in enumerate(cells, 1)]], [])})
    out, said = applications(FOLDER / 'lines.xlsx')
    return ([round(h, 1) for _, h, _ in out], [v for *_, v in out], said) if isinstance(out, list) else (out, out, said)


for form in ('{}、X={} Y={}', '{}、X:{} Y:{}', '{}、X:{}，Y:{}', 'J{} X={} Y={}', '{} X={} Y={}', '{} Y={2} X={1}'.replace('{} Y', '{0} Y')):
    for between in ('\n', ' ', '；\n', '；'):
        got = register(line(A, form, between=between), line(B, form, between=between))
        check(f'{form} {between!r} in a cell: {got[2][:300]}', got[0], [HA, HB])
got = register('采矿权范围：' + line(A) + '；工业场地：' + line(B), line(B))
check(f'another range in a cell: {got[2][:300]}', got[1], ['review', 'clear'])
true('said with its row', 'line 2: \\"工业场地\\" in the same cell' in got[2] or '工业场地' in got[2])
got = register('一采区：' + line(A) + '；二采区：' + line(B), line(B))
check(f'two areas of one right: {got[2][:300]}', got[1], ['clear', 'clear'])

# --- what parts nothing: one outline of all corners ---
SIX = [A[0], ((A[0][0] + A[1][0]) / 2, (A[0][1] + A[1][1]) / 2), *A[1:]]
for what, lines in {'titles of corners': ['拐点坐标：' + line(A[:2]), '拐点坐标：' + line(A[2:], first=3)],
                    'a word before each': [line([c], '拐点{}：X={} Y={}', i) for i, c in enumerate(A, 1)],
                    'a closing corner': ['矿区范围：' + line(A) + '；' + line(A[:1])],
                    'a closing corner behind words': ['矿区范围：' + line(A), '闭合点：' + line(A[:1])],
                    'sides': [f'{s}{line([c], "{}、X={} Y={}", i)}' for i, (s, c) in enumerate(zip(('西南角', '东南角', '东北角', '西北角'), A), 1)],
                    'sides without numbers': [f'{s}：{line([c], "X={1} Y={2}")}' for s, c in zip(('西南角', '东南角', '东北角', '西北角'), A)],
                    'a title above': ['矿区范围：' + line(A)], 'words between': ['由' + '，再到'.join(line([c], '{}（{}，{}）', i) for i, c in enumerate(A, 1)) + '圈定']}.items():
    got = read(*lines)
    check(f'{what}: {got[2][:400]}', got[0], [HA])
got = read('矿区范围：' + line(A), '扣除：' + line([(x + (4984460 - x) / 2, y + (28468850 - y) / 2) for x, y in A]))
check(f'what is deducted stays a hole: {got[2][:300]}', [h < HA for h in got[0]], [True])
done()
