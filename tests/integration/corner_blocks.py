"""Corner lists of several blocks whose numbers run on: titles, prefixes, columns, empty lines, deductions; rows that are no corners; 序号 beside 拐点编号."""
import json
from corner_support import AREAS, applications, reserve, shoelace
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

TITLE, HEAD = '矿区范围（2000国家大地坐标系，3度带）', ['拐点', 'X', 'Y']
# Two squares of 100 m by 100 m, 60 m apart; as one ring 100 m by 260 m, 2.6 ha.
WEST = [(4940500, 28421900), (4940500, 28421800), (4940600, 28421800), (4940600, 28421900)]
EAST = [(4940600, 28421960), (4940600, 28422060), (4940500, 28422060), (4940500, 28421960)]
# Two squares that cross as one ring, and 400 m by 400 m with a hole of 200 m by 200 m: 12 ha; as one ring 9 ha.
SOUTH = [(4940500, 28421950), (4940600, 28421950), (4940600, 28422050), (4940500, 28422050)]
NORTH = [(n + 200, e) for n, e in SOUTH]
OUTER = [(4940500, 28422100), (4940900, 28422100), (4940900, 28422500), (4940500, 28422500)]
HOLE = [(4940600, 28422400), (4940800, 28422400), (4940800, 28422200), (4940600, 28422200)]


def rows(names, corners):
    return [f'{n} {x}.00 {y}.00' for n, (x, y) in zip(names, corners)]


def text(*lines, head='拐点 X Y'):
    path = FOLDER / 'list.txt'
    path.write_text('\n'.join([TITLE, *([head] if head else []), *lines]), encoding='utf-8')
    return path


def sheet(*table, head=HEAD, title=TITLE):
    return write_workbook(FOLDER / 'list.xlsx', {'表': ([[title], head, *table], [])})


def read(source):
    global said
    out, said = applications(source)
    return out


def numbered(corners, first=1, prefix=''):
    return rows([f'{prefix}{i}' for i in range(first, first + len(corners))], corners)


def cells(corners, first=1, *before):
    return [[*(before if k == 0 else [None] * len(before)), first + k, *c] for k, c in enumerate(corners)]


ONE_HA, TWO_HA, JOINED, MINUS = ('', 1.0, 'clear'), ('', 2.0, 'clear'), ('', 2.6, 'review'), ('', 12.0, 'clear')

# --- titles ---
for a, b in (('矿区一', '矿区二'), ('第一块段', '第二块段'), ('甲矿', '乙矿'), ('范围1', '范围2'), ('(一)', '(二)'), ('Ⅰ号区', 'Ⅱ号区'), ('北区范围坐标', '南区范围坐标')):
    for one, two in ((WEST, EAST), (SOUTH, NORTH)):
        check(f'{b}: a parcel of its own', read(text(a, *numbered(one), b, *numbered(two, 5), head='')), [(a, 1.0, 'clear'), (b, 1.0, 'clear')])
check('a title, and a declared area that fits one ring alone', read(text('矿区一', *numbered(WEST), '矿区二', *numbered(EAST, 5), '矿区面积0.0260平方公里', head='')), [('', 2.6, 'clear')])
for words in ('扣除范围', '其中扣除：', '剔除区'):
    for first in (1, 5):
        check(f'{words} from {first}', read(text(*numbered(OUTER), words, *numbered(HOLE, first))), [MINUS])
        check(f'{words} from {first} under a heading', read(text(*numbered(OUTER), words, '拐点 X Y', *numbered(HOLE, first))), [MINUS])
check('with its own area in the title', read(text(*numbered(OUTER), '扣除范围（面积0.0400平方公里）', *numbered(HOLE, 5), '矿区面积0.1200平方公里')), [MINUS])
for first in (1, 9):
    behind = text('矿区一', *numbered(OUTER), '矿区二', *numbered(WEST, 1 if first == 1 else 5), '扣除范围', *numbered(HOLE, first), head='')
    check(f'behind two parcels, from {first}', read(behind), [('矿区一', 12.0, 'clear'), ('矿区二', 1.0, 'clear')])
check('a deduction that lies elsewhere', [v for _, _, v in read(text(*numbered(OUTER), '扣除范围', *numbered(WEST, 5)))], ['review'])
true(f'is said: {said}', 'said to be deducted and does not lie inside' in said)

# --- titles in the line of their corners ---
def line(corners, first=1, form='{}（{}.00，{}.00）', by='、'):
    return by.join(form.format(first + i, *c) for i, c in enumerate(corners))


def in_line(*lines):
    return read(text(*lines, head=''))


MARKED, WORDS = {'form': '{},{}.00,{}.00', 'by': ';'}, {'form': '{}、X={}.00，Y={}.00', 'by': '；'}
NAMED = [('矿区一', 1.0, 'clear'), ('矿区二', 1.0, 'clear')]
for form in ({}, MARKED, WORDS):
    for first in (1, 5):
        for one, two in ((WEST, EAST), (SOUTH, NORTH)):
            a, b = f'矿区一：{line(one, **form)}', f'矿区二：{line(two, first, **form)}'
            check(f'titles in one line: {a}；{b}', in_line(f'{a}；{b}。'), NAMED)
            check(f'titles in two lines: {a} {b}', in_line(a, b), NAMED)
BLANK = {'form': '{} {}.00 {}.00', 'by': ' '}
for a, b in (('矿区一', '矿区二'), ('（一）', '（二）'), ('1号矿区', '2号矿区')):
    named = [(n.replace('（', '(').replace('）', ')'), 1.0, 'clear') for n in (a, b)]
    for first in (1, 5) if a != '1号矿区' else (5,):
        for form, by in ((BLANK, ' '), (MARKED, ''), ({}, ''), (WORDS, '')):
            check(f'no colon: {a}{by}, {form}, from {first}', in_line(f'{a}{by}{line(WEST, **form)}', f'{b}{by}{line(EAST, first, **form)}'), named)
        # A title before the first row, or before each; two corners in a row.
        one, two = numbered(WEST), numbered(EAST, first)
        check(f'{a} before the first row, from {first}', in_line(f'{a} {one[0]}', *one[1:], f'{b} {two[0]}', *two[1:]), named)
        check(f'{a} before each row, from {first}', in_line(*[f'{a} {r}' for r in one], *[f'{b} {r}' for r in two]), named)
        check(f'{a} before each row under a heading, from {first}', read(text(*[f'{a}\t{r}'.replace(' ', '\t') for r in one], *[f'{b}\t{r}'.replace(' ', '\t') for r in two], head='拐点\tX\tY')), named)
        check(f'{a} before each row by commas, from {first}', in_line(*[f'{a}，{r}'.replace(' ', '，') for r in one], *[f'{b}，{r}'.replace(' ', '，') for r in two]), named)
        check(f'{a} before two corners in a row, from {first}', in_line(*[f'{t} {r[0]} {r[2]}\n{r[1]} {r[3]}' for t, r in ((a, one), (b, two))]), named)
check('（一） behind other words', in_line(f'由以下拐点圈定：（一）{line(WEST, **MARKED)}；（二）{line(EAST, 5, **MARKED)}'), [('(一)', 1.0, 'clear'), ('(二)', 1.0, 'clear')])
check('an area in the title before a row', in_line(f'矿区一（面积0.0120平方公里） {numbered(WEST)[0]}', *numbered(WEST)[1:]), [('', 1.0, 'review')])
check('扣除 before a row', in_line(f'矿区一 {numbered(OUTER)[0]}', *numbered(OUTER)[1:], f'扣除 {numbered(HOLE, 5)[0]}', *numbered(HOLE, 5)[1:]), [MINUS])
check('a broken corner behind its title', in_line(f'矿区一 {numbered(WEST)[0]}', numbered(WEST)[1], f'矿区一 {numbered(WEST)[2]}'.replace('4940600', '494O600'), numbered(WEST)[3])[:0], '')
true(f'is named: {said}', 'line 4' in said)
check('behind other words', in_line(f'由以下拐点圈定：矿区一由{line(WEST)}圈定；矿区二由{line(EAST, 5)}圈定。'), NAMED)
check('without a colon', in_line(f'矿区一，{line(WEST, **MARKED)}；矿区二 {line(EAST, 5, **MARKED)}'), NAMED)
check('a title at the end of the line above', in_line(f'矿区一：{line(WEST)}；矿区二：', line(EAST, 5)), NAMED)
check('a digit in it, area and heights', in_line(f'1区（面积0.0100平方公里，标高1200-900米）：{line(WEST)}；2区（面积0.0100平方公里）：{line(EAST, 5)}'),
      [('1区', 1.0, 'clear'), ('2区', 1.0, 'clear')])
check('a number that is none of them', in_line(f'矿区一：{line(WEST)}；4940700.00；矿区二：{line(EAST, 5)}')[:0], '')
true(f'is named: {said}', '";4940700.00;矿区二:"' in said)
for sentence in ('矿区范围由2个区组成，矿区一：{}；矿区二：{}。', '甲公司申请，矿区一：{}；矿区二：{}'):
    check(sentence, in_line(sentence.format(line(WEST, **MARKED), line(EAST, 5, **MARKED))), NAMED)
for form in ({}, MARKED):
    check(f'what is deducted, in the line: {form}', in_line(f'矿区范围：{line(OUTER, **form)}；扣除：{line(HOLE, 5, **form)}'), [MINUS])
for sentence in ('由{}圈定；由{}圈定。', '由{}圈定，另一区由{}圈定。'):
    check(f'no titles: {sentence}', in_line(sentence.format(line(WEST), line(EAST, 5))), [JOINED])
    check('the area fits two', in_line(sentence.format(line(WEST), line(EAST, 5)), '面积0.0200平方公里'), [TWO_HA])
check('two areas said, one read', in_line(f'由{line(WEST)}和{line(EAST, 5)}两个区域组成。'), [JOINED])
true(f'is said: {said}', 'said to be made of 2 areas, 1 read' in said)
check('corners joined by words are one ring', in_line(f'由{line(OUTER[:2])}，经{line(OUTER[2:], 3)}回到起点圈定。'), [('', 16.0, 'clear')])


# --- numbers that go on without a word between are one ring; where it crosses itself, it is said where another may begin ---
TWO = 'the numbers run on from {0}1 to {0}8 and as one ring they cross; {0}1–{0}4 and {0}5–{0}8 apart would be two sound rings'
run_on = lambda *parts: (in_line(*parts), said)
for parts in ((f'{line(SOUTH, **MARKED)}；{line(NORTH, 5, **MARKED)}',), numbered(SOUTH) + numbered(NORTH, 5), (line(SOUTH), line(NORTH, 5))):
    found, words = run_on(*parts)
    true(f'{parts}: {words}', [v for _, _, v in found] == ['review'] and TWO.format('') in words)
found, words = run_on(*numbered(SOUTH), '矿区二', *numbered(NORTH, 5))
true(f'with the title that is asked for: {words}', found == [('1', 1.0, 'clear'), ('矿区二', 1.0, 'clear')] and 'two sound rings' not in words)
for parts in ((f'{line(WEST, **MARKED)}；{line(EAST, 5, **MARKED)}',), [*numbered(SOUTH[:2] + SOUTH[:1:-1])], [*numbered(SOUTH), *numbered(NORTH, 6)]):
    true(f'nothing of two rings: {parts}', 'two sound rings' not in run_on(*parts)[1])
baopan = FOLDER / 'rings.txt'
for second in (1, 2):
    baopan.write_text('[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=28\n[地块坐标]\n8,2.0000,1,甲,面,,,,@\n' + ''.join(
        f'J{i},{1 if i < 5 else second},{x}.000,{y}.000\n' for i, (x, y) in enumerate(SOUTH + NORTH, 1)), encoding='utf-8')
    found = read(baopan)
    true(f'the TXT form, second ring {second}: {said}', (found == [TWO_HA]) == (second == 2) and (TWO.format('J') in said) == (second == 1))

def cell(written, area=''):
    path = FOLDER / 'register.csv'
    path.write_text(f'许可证号,名称,2000坐标,面积\nC6500002019031234567890,甲,"{written}",{area}\n', encoding='utf-8')
    out = read(path)
    return [a[1:] for a in out] if isinstance(out, list) else said


for a, b in (('矿区一', '矿区二'), ('一采区', '二采区'), ('1区', '2区'), ('Ⅰ矿段', 'Ⅱ矿段'), ('东采区', '西采区')):
    for by in ('；', '\n'):
        check(f'{a}, {b} in a cell', cell(f'{a}：{line(WEST, **MARKED)}{by}{b}：{line(EAST, 5, **MARKED)}', 0.02), [(2.0, 'clear')])
check('扣除 in a cell', cell(f'{line(OUTER, **MARKED)}；扣除：{line(HOLE, 5, **MARKED)}', 0.12), [(12.0, 'clear')])

HEIGHTS, POINT = '标高：1200-900', {'form': '{}.{}.00,{}.00', 'by': ' '}
check('heights behind the corners in a cell', cell(f'{line(WEST, **MARKED)};{HEIGHTS}', 0.01), [(1.0, 'clear')])
check('heights behind each area', cell(f'一矿区：{line(WEST, **MARKED)}；{HEIGHTS}；二矿区：{line(EAST, **MARKED)}；{HEIGHTS}', 0.02), [(2.0, 'clear')])
for form in (POINT, {'form': '{}:{}.00 {}.00', 'by': '|'}, {'form': '({})X={}.00,Y={}.00', 'by': ';'}):
    check(f'a cell as {form}', cell(line(WEST, **form), 0.01), [(1.0, 'clear')])
check('with heights', cell(line(WEST, form='({})X={}.00,Y={}.00', by=';') + ';标高1200-900', 0.01), [(1.0, 'clear')])

# --- areas of the parts and of what was before ---
PARTS = [('一采区', 1.0, 'clear'), ('二采区', 1.0, 'clear')]
for words in ('矿区面积0.0200平方公里，其中：一采区面积0.0100平方公里，二采区面积0.0100平方公里', '总面积：0.0200平方公里，其中一采区面积：0.0100平方公里，二采区面积：0.0100平方公里'):
    check(words, in_line(words, '一采区', *numbered(WEST), '二采区', *numbered(EAST)), PARTS)
    for wrong in (words.replace('0.0200', '0.0300'), words.replace('0.0100', '0.0150', 1)):
        true(f'contradicts: {wrong}', 'review' in [v for _, _, v in in_line(wrong, '一采区', *numbered(WEST), '二采区', *numbered(EAST))])
check('the total before and behind its parts', in_line('矿区面积：0.0200平方公里', '一采区（面积0.0100km2）', *numbered(WEST), '二采区（面积0.0100km2）', *numbered(EAST, 5), '合计 8个拐点 面积 0.0200km2'), PARTS)
for words in ('申请面积{}平方公里，与原矿区面积0.0300平方公里相比减少0.0200平方公里', '矿区面积：{}平方公里，较原矿区面积0.0800平方公里缩减0.0700平方公里', '面积{}平方公里，比原采矿许可证面积0.0800平方公里缩小',
              '矿区面积由0.0300平方公里变更为{}平方公里', '矿区面积由原来的0.0300缩减至{}平方公里', '变更前面积0.0300平方公里，变更后{}平方公里', '面积0.0300平方公里调整为{}平方公里', '矿区总面积由压缩前的0.0300平方公里变更为整合之后的{}平方公里'):
    check(words, in_line(words.format('0.0100'), *numbered(WEST)), [ONE_HA])
    check(f'{words}, wrong', [v for _, _, v in in_line(words.format('0.0120'), *numbered(WEST))], ['review'])
check('another unit is no change', in_line('面积0.0100平方公里，折合为15亩', *numbered(WEST)), [ONE_HA])

# --- a table of two datums as text, its heading over two rows ---
def compared(separator, ending, first='1980西安坐标系', second='2000国家大地坐标系', trim=False):
    """The eastings that were read; those on Xi'an 1980 are 500 m more."""
    head = [['拐点', first, '', second, ''], ['', 'X', 'Y', 'X', 'Y']]
    shift = [500, 0] if '1980' in first else [0, 500]
    table = head + [[str(i), f'{n}.00', f'{e + shift[0]}.00', f'{n}.00', f'{e + shift[1]}.00'] for i, (n, e) in enumerate(WEST, 1)]
    path = FOLDER / f'compared.{ending}'
    written = [separator.join(r) for r in table]
    path.write_text('\n'.join([w.rstrip(separator) for w in written] if trim else written) + '\n', encoding='utf-8')
    out = read(path)
    if not isinstance(out, list):
        return said
    return out, sorted({max(p[1:]) for p in json.loads((FOLDER / 's.json').read_text(encoding='utf-8'))['applications'][0]['parts'][0][0]})


XIAN, NEW = '1980西安坐标系', '2000国家大地坐标系'
for separator, ending in (('\t', 'txt'), (',', 'csv'), (',', 'txt')):
    for first, second in ((XIAN, NEW), (NEW, XIAN)):
        for trim in (False, True):
            check(f'two datums, {ending}, {first} first, {trim}', compared(separator, ending, first, second, trim), ([('', 1.0, 'clear')], [28421800.0, 28421900.0]))

# --- an empty line ---
check('an empty line, nothing tells', read(text(*numbered(WEST), '', *numbered(EAST, 5))), [JOINED])
true(f'is said: {said}', 'line 8: an empty line, a text or other names stand before 5' in said)
check('the area fits two', read(text(*numbered(WEST), '', *numbered(EAST, 5), '面积0.0200平方公里')), [TWO_HA])
check('the area fits one', read(text(*numbered(WEST), '', *numbered(EAST, 5), '面积0.0260平方公里')), [('', 2.6, 'clear')])
check('one ring would cross itself', read(text(*numbered(SOUTH), '', *numbered(NORTH, 5))), [('', 2.0, 'review')])
check('a hole behind an empty line: the area tells', read(text(*numbered(OUTER), '', *numbered(HOLE, 5), '面积0.1200平方公里')), [MINUS])
for between in (['第 1 页 共 2 页', ''], ['', '续表'], [TITLE, '拐点 X Y'], ['拐点 X Y']):
    check(f'a page ends: {between}', read(text(*numbered(WEST), *between, *numbered(EAST, 5))), [('', 2.6, 'clear')])
check('blocks too short for rings', read(text(*numbered(WEST[:2]), '', *numbered(WEST[2:], 3))), [ONE_HA])
check('the ring comes back to its first corner', read(text(*numbered(WEST), '', *numbered(EAST, 5), *rows([1], WEST[:1]))), [('', 2.6, 'clear')])

# --- prefixes ---
for a, b in (('1-', '2-'), ('A', 'B'), ('Ⅰ-', 'Ⅱ-'), ('东', '西')):
    for one, two in ((WEST, EAST), (SOUTH, NORTH)):
        side = '-' not in a and one is WEST  # A1, 东1 may be corners of one ring's sides, which would be sound
        check(f'{a}1, {b}1: two rings', read(text(*numbered(one, 1, a), *numbered(two, 1, b))), [('', 2.0, 'review' if side else 'clear')])
    check(f'{a}1, {b}1: the area fits one', read(text(*numbered(WEST, 1, a), *numbered(EAST, 1, b), '面积：0.0260平方公里')), [('', 2.6, 'clear')])
check('a prefix, and the numbers go on', read(text(*numbered(WEST, 1, 'A'), *numbered(EAST, 5, 'B'))), [('', 2.0, 'review')])
# 200 m by 100 m, three corners on each side, those of 北 and 南 drawn out by 5 m and the others by 3 m: 2.124 ha; each three alone are slivers.
SIDES = {'北': [(600, 950), (605, 1050), (600, 1150)], '东': [(590, 1150), (550, 1153), (510, 1150)], '南': [(500, 1150), (495, 1050), (500, 950)], '西': [(510, 950), (550, 947), (590, 950)]}
for names in ('北东南西', 'ABCD', 'NESW'):
    ring = [line for name, side in zip(names, SIDES.values()) for line in numbered([(4940000 + n, 28421000 + e) for n, e in side], 1, name)]
    (got,) = read(text(*ring))
    check(f'{names}: the sides of one ring', (round(got[1], 4), got[2]), (round(shoelace([[0, e, n] for side in SIDES.values() for n, e in side]) / 1e4, 4), 'review'))
check('a title that says what is left after a deduction', read(text(*numbered(WEST), '扣除保护区后新增拐点', *numbered(EAST, 5))), [JOINED])
inserted = ['1', '2', '3', '3-1', '3-2', '3-3', '4', '5', '6']
# the west and the east side have four corners more, on the edges between 3 and 4
edge = [WEST[0], WEST[1], WEST[2], (4940600, 28421830), (4940600, 28421840), (4940600, 28421850), WEST[3], (4940570, 28421900), (4940530, 28421900)]
check('corners put in behind another one', read(text(*rows(inserted, edge))), [ONE_HA])

# --- an area for each parcel ---
S, ZONE, TWO = 'S=10000.00平方米 合15.0000亩', '宗地面积：10000.00平方米', [('矿区一', 1.0, 'clear'), ('矿区二', 1.0, 'clear')]
for footer in (S, ZONE):
    for first in (1, 5):
        check(f'{footer} behind each ring, from {first}', read(text(*numbered(WEST), footer, *numbered(EAST, first), footer)), [TWO_HA])
        check(f'{footer} under headings, from {first}', read(text(*numbered(WEST), footer, '拐点 X Y', *numbered(EAST, first), footer)), [TWO_HA])
    check(f'{footer} behind each parcel', read(text('矿区一', *numbered(WEST), footer, '矿区二', *numbered(EAST), footer, '合计面积：20000.00平方米', head='')), TWO)
    check(f'{footer} twice of one ring', read(text(*numbered(WEST), footer, '', *numbered(EAST, 5), '面积0.0260平方公里')), [('', 2.6, 'review')])
for total, second, verdicts in (('', '0.0100', ['clear', 'clear']), ('总面积0.0200平方公里', '0.0100', ['clear', 'clear']), ('矿区面积0.0200平方公里', '0.0100', ['clear', 'clear']),
                                ('', '0.0300', ['clear', 'review']), ('总面积0.0300平方公里', '0.0100', ['review', 'review'])):
    for first in (1, 5):
        for one, two in ((WEST, EAST), (SOUTH, NORTH)):
            lines = ['矿区一 面积0.0100平方公里', *numbered(one), f'矿区二（面积{second}平方公里）', *numbered(two, first)]
            for where in ([total, *lines], [*lines, total]):
                check(f'{total} {second} from {first}', [(n, h, v) for n, h, v in read(text(*where, head=''))], [('矿区一', 1.0, verdicts[0]), ('矿区二', 1.0, verdicts[1])])
check('the area of another ring', read(text(*numbered(WEST), S, *numbered(EAST, 1), 'S=20000.00平方米')), [('', 2.0, 'review')])
check('a hole with an area of its own', read(text(*numbered(OUTER), 'S=160000.00平方米', *numbered(HOLE), 'S=40000.00平方米')), [MINUS])
check('the same area on each page', read(text(*numbered(WEST), '面积0.0260平方公里', '第 1 页 共 2 页', *numbered(EAST, 5), '面积0.0260平方公里', '第 2 页 共 2 页')), [('', 2.6, 'clear')])

# --- several areas in a line, and whose they are ---
def both(*foot, first=1):
    return read(text('矿区一', *numbered(SOUTH), '矿区二', *numbered(NORTH, first), *foot, head=''))


for foot, verdicts in (('矿区一面积0.0100平方公里，矿区二面积0.0100平方公里', 'cc'), ('矿区一面积：0.0100平方公里，矿区二面积：0.0100平方公里，合计0.0200平方公里', 'cc'), ('矿区一面积0.0100平方公里，矿区二面积0.0300平方公里', 'cr'),
                       ('矿区二面积0.0100平方公里，矿区一面积0.0300平方公里', 'rc'), ('矿区一面积0.0100平方公里，矿区二面积0.0100平方公里，合计0.0300平方公里', 'rr')):
    check(f'{foot}', both(foot, first=5), [(name, 1.0, {'c': 'clear', 'r': 'review'}[v]) for name, v in zip(('矿区一', '矿区二'), verdicts)])
check('of rings without titles: together', read(text(*numbered(SOUTH), '', *numbered(NORTH), '矿区一面积0.0100平方公里，矿区二面积0.0100平方公里')), [TWO_HA])
check('and not what they are', read(text(*numbered(SOUTH), '', *numbered(NORTH), '矿区一面积0.0100平方公里，矿区二面积0.0300平方公里')), [('', 2.0, 'review')])
# 16 ha less 4 ha
for foot, verdict in ((['总面积0.1600平方公里，扣除面积0.0400平方公里，净面积0.1200平方公里'], 'clear'), (['总面积0.1600平方公里', '扣除面积0.0400平方公里', '净面积0.1200平方公里'], 'clear'), (['面积0.1600平方公里，扣除保护区面积0.0400平方公里，实际面积0.1200平方公里'], 'clear'),
                      (['矿区面积0.1600平方公里，扣除面积0.0400平方公里，矿区面积0.1200平方公里'], 'clear'), (['外圈面积0.1600平方公里，内圈面积0.0400平方公里'], 'clear'), (['矿区面积0.1200平方公里', '扣除面积0.0400平方公里'], 'clear'), (['扣除后面积0.1200平方公里'], 'clear'),
                      (['总面积0.1600平方公里，扣除面积0.0400平方公里，净面积0.1400平方公里'], 'review'), (['总面积0.1800平方公里，扣除面积0.0400平方公里'], 'review'), (['总面积0.1600平方公里，扣除面积0.0200平方公里，净面积0.1200平方公里'], 'review'), (['净面积0.1600平方公里'], 'review')):
    check(f'{foot}', read(text(*numbered(OUTER), '扣除范围', *numbered(HOLE, 5), *foot)), [('', 12.0, verdict)])
for foot in ([], ['净面积0.1200平方公里']):
    check(f'areas in the titles {foot}', read(text('矿区范围 面积0.1600平方公里', *numbered(OUTER), '扣除范围 面积0.0400平方公里', *numbered(HOLE, 5), *foot, head='')), [MINUS])
for line, verdict in (('保护区面积：1.0000平方公里，矿区面积：0.0100平方公里', 'clear'), ('矿区面积：0.0100平方公里，保护区面积：1.0000平方公里', 'clear'), ('原面积：0.0500平方公里，变更后面积：0.0100平方公里', 'clear'), ('变更前面积0.0500平方公里，变更后面积0.0100平方公里', 'clear'),
                      ('与保护区重叠面积0.0020平方公里', 'clear'), ('勘查面积：0.0100平方公里。估算资源量 122b 面积 0.0123平方公里', 'clear'), ('采矿权面积0.0100平方公里，开采面积0.0050平方公里', 'clear'),
                      ('保护区面积：1.0000平方公里，矿区面积：0.0300平方公里', 'review'), ('原面积：0.0500平方公里，变更后面积：0.0300平方公里', 'review'), ('红山铁矿面积0.0300平方公里', 'review'), ('开采面积0.0300平方公里', 'review'), ('登记面积0.0300平方公里', 'review')):
    check(f'{line}', read(text('拐点 X Y', *numbered(SOUTH), line, head='')), [('', 1.0, verdict)])
    check(f'{line} before', read(text(line, '拐点 X Y', *numbered(SOUTH), head='')), [('', 1.0, verdict)])
other = redline('convert', text(*numbered(SOUTH), '保护区面积：1.0000平方公里'), '-o', FOLDER / 'a.geojson', '--overwrite').stdout
true(f'what is not compared is said: {other}', 'the area of "保护区", 1.0000 km², is not that of these corners' in other)
for title, unit in (('（面积{}，标高1200-900m）', 'km²'), ('（面积{}，标高1200～900米）', '平方公里'), ('（标高1200-900m，面积{}）', 'km²'), ('：面积{}，开采标高1200m-900m', 'km²'), ('（开采标高1200m至900m）', ''), ('（铁矿）', '')):
    for first, head, second in ((1, [], '0.0100'), (5, [], '0.0100'), (1, ['拐点 X Y'], '0.0300'), (5, ['拐点 X Y'], '0.0300')):
        lines = ['矿区一' + title.format('0.0100' + unit), *head, *numbered(SOUTH), '矿区二' + title.format(second + unit), *head, *numbered(NORTH, first)]
        check(f'{lines}', read(text(*lines, head='')), [('矿区一', 1.0, 'clear'), ('矿区二', 1.0, 'review' if unit and second == '0.0300' else 'clear')])

# --- a page of a licence ends inside a ring ---
LICENCE = ['采矿许可证（副本）附页', '有效期限 2015年3月1日至2019年3月1日']
for between, foot, verdict in ((LICENCE, '共有8个拐点圈定', 'clear'), (LICENCE, '矿区面积0.0260平方公里', 'clear'), (LICENCE, '开采深度：由1200米至900米标高', 'clear'), (['采矿许可证（副本）附页', TITLE], '', 'clear'),
                               (['某某矿业有限公司', '矿区范围'], '', 'clear'), (LICENCE, '共有7个拐点圈定', 'review'), (LICENCE, '共有9个拐点圈定', 'review'), (['扩大部分'], '', 'review')):
    check(f'{between}, {foot}', read(text(*numbered(WEST), *between, '拐点 X Y', *numbered(EAST, 5), foot)), [('', 2.6, verdict)])
check('a title that numbers an area, under the name of the licence', read(text('矿区一', *numbered(SOUTH), *LICENCE, '矿区二', '拐点 X Y', *numbered(NORTH, 5), head='')), [('矿区一', 1.0, 'clear'), ('矿区二', 1.0, 'clear')])

# --- names with a mark ---
for name in ("3'", '3′', "J3'", 'J3′', 'J3’'):
    before = 'J' if name.startswith('J') else ''
    check(f'{name}', read(text(*numbered(WEST[:3], 1, before), f'{name} 4940600.00 28421850.00', *rows([f'{before}4'], WEST[3:]))), [ONE_HA])

# --- the first corner under a name of its own; names of words; what stands behind a corner ---
RING = [*WEST, *EAST]
for head in ('拐点 X Y', ''):
    for name, prefix in (('起点', ''), ('起', ''), ('界桩1', ''), ('起点', 'J'), ('J1（起点）', 'J')):
        check(f'{name}, {prefix}2 … {prefix}8 {head}', read(text(*rows([name, *(f'{prefix}{i}' for i in range(2, 9))], RING), head=head)), [('', 2.6, 'clear')])
    check(f'起点, 3: 2 is missing {head}', read(text(*rows(['起点', 3, 4, 5], WEST), head=head)), [('', 1.0, 'review')])
    check(f'起点 before 1 {head}', read(text(*rows(['起点', 1, 2, 3], WEST), head=head)), [('', 1.0, 'review')])
    check(f'起点 before 1, the area agrees {head}', read(text(*rows(['起点', 1, 2, 3], WEST), '面积0.0100平方公里', head=head)), [ONE_HA])
    for names in (['西南', '西北', '东北', '东南'], ['西南角', '西北角', '东北角', '东南角'], ['SW', 'NW', 'NE', 'SE'], ['甲', '乙', '丙', '丁'], ['A', 'B', 'C', 'D']):
        check(f'{names} {head}', read(text(*rows(names, SOUTH), head=head)), [ONE_HA])
    check(f'a name of words among numbers {head}', read(text(*numbered(SOUTH[:3]), '河口 4940550.00 28422000.00', *rows([4], SOUTH[3:]), head=head)), [('', 0.75, 'review')])
    for rest in (['井口'] * 4, ['', '', '井口', ''], ['标高1200'] * 4, ['界桩', '木桩', '界桩 水泥', ''], ['1200', '1210.5', '1190', '1200'], ['', '标高 1210.5', '', '']):
        lines = [f'{line} {r}'.strip() for line, r in zip(numbered(SOUTH), rest)]
        check(f'{rest} behind the corners {head}', read(text(*lines, head=head)), [ONE_HA])
        r = redline('convert', text(*lines, head=head), '-o', FOLDER / 'rest.geojson', '--overwrite')
        check(f'{rest}: each is said', r.stdout.count('behind the corner was not used'), sum(map(bool, rest)))
    for rest in ('4940700.00 28421111.00', '28421111.00', '83°00′48″'):
        true(f'{rest} is no remark: {said}', 'line' in str(read(text(*numbered(SOUTH[:3]), numbered(SOUTH)[3] + ' ' + rest, head=head))))
check('marks, and words behind', read(text(*[f'{i}、{a}.00，{b}.00 {w}' for i, (a, b), w in zip(range(1, 5), SOUTH, ('', '井口', '', '界桩'))], head='')), [ONE_HA])
check('a word that deducts', read(text(*numbered(OUTER), *[line + ' 扣除' for line in numbered(HOLE, 5)])), [MINUS])

# --- columns ---
for column, a, b, shape, result in (('类别', '范围', '扣除', (OUTER, HOLE), [MINUS]), ('备注', '矿区范围', '扣除区', (OUTER, HOLE), [MINUS]), ('区块', 'Ⅰ', '扣除', (OUTER, HOLE), [MINUS]),
                                    ('分区', '东区', '西区', (WEST, EAST), [('东区', 1.0, 'clear'), ('西区', 1.0, 'clear')]), ('备注', '原矿区', '扩大区', (WEST, EAST), [TWO_HA]),
                                    ('备注', '起点', '界桩', (WEST, EAST), [('', 2.6, 'clear')])):
    check(f'{column}: {a}, {b}', read(sheet(*cells(shape[0], 1, a), *cells(shape[1], 5, b), head=[column, *HEAD])), result)

# --- rows that are no corners ---
for name in ('中心点', '中心点坐标', '矿区中心', '井口', '主井', '1号主井', '实测点', '平均', '最大'):
    for head in ('拐点 X Y', ''):
        if head or '1' not in name:
            check(f'{name} is no corner', read(text(*numbered(SOUTH), f'{name} 4940550.00 28422000.00', head=head)), [ONE_HA])
            true(f'and that is said: {said}', f'line {len(SOUTH) + (3 if head else 2)}: "{name}" is no corner' in said)
for area, hectares, verdict in (('', 1.0, 'review'), (' 面积0.0100平方公里', 1.0, 'clear'), (' 面积0.0075平方公里', 0.75, 'clear')):
    check(f'河口{area}', read(text(*numbered(SOUTH), '河口 4940550.00 28422000.00' + area if not area else '河口 4940550.00 28422000.00', *([area.strip()] if area else []))), [('', hectares, verdict)])
check('a name among numbers', read(text(*numbered(SOUTH[:3]), '河口 4940550.00 28422000.00', *rows([4], SOUTH[3:]))), [('', 0.75, 'review')])

# --- 序号 beside the numbers of the corners ---
for head, row in ((['序号', '矿区名称', '拐点编号', 'X', 'Y'], lambda j, i: [j if i == 1 else None, f'矿区{j}' if i == 1 else None, i]),
                  (['序号', '矿山名称', '点号', 'X坐标', 'Y坐标', '面积'], lambda j, i: [j, f'矿区{j}', f'J{i}']),
                  (['序号', '许可证号', '矿山名称', '拐点号', 'X', 'Y'], lambda j, i: [j if i == 1 else None, f'矿区{j}' if i == 1 else None, '甲' if i == 1 else None, i]),
                  (['编号', '名称', '拐点', 'X', 'Y'], lambda j, i: [j if i == 1 else None, f'矿区{j}' if i == 1 else None, i]),
                  (['序号', '矿山名称', '点号', 'X', 'Y', '坐标系'], lambda j, i: [4 * j + i, f'矿区{j}', i])):
    table = [[*row(j, i), *c, *(['CGCS2000'] if '坐标系' in head else [0.01] if '面积' in head else [])] for j, square in ((1, SOUTH), (2, NORTH), (3, WEST)) for i, c in enumerate(square, 1)]
    check(f'{head}', read(sheet(*table, head=head)), [(f'矿区{j}', 1.0, 'clear') for j in (1, 2, 3)])
check('序号 numbers the parcels', read(sheet(*[[j if i == 1 else None, i, *c] for j, square in ((1, SOUTH), (2, NORTH)) for i, c in enumerate(square, 1)], head=['序号', '拐点编号', 'X', 'Y'])),
      [('1', 1.0, 'clear'), ('2', 1.0, 'clear')])
check('序号 numbers the rows', read(sheet(*[[i, f'J{i}', *c] for i, c in enumerate(SOUTH, 1)], head=['序号', '拐点编号', 'X', 'Y'])), [ONE_HA])

# --- pages on sheets; an area that agrees ---
def sheets(first, second, title=TITLE, foot=((), ()), names=('Sheet1', 'Sheet2')):
    table = [([[title], HEAD, *cells(c, n), *[[f] for f in f]], []) for c, n, f in ((first, 1, foot[0]), (second, 5, foot[1]))]
    return write_workbook(FOLDER / 'list.xlsx', dict(zip(names, table)))


check('two sheets, nothing tells', read(sheets(WEST, EAST)), [JOINED])
check('numbered pages', read(sheets(WEST, EAST, foot=(['第1页 共2页'], ['第2页 共2页']))), [('', 2.6, 'clear')])
check('the area agrees, on each page', read(sheets(WEST, EAST, TITLE + ' 面积0.0260平方公里')), [('', 2.6, 'clear')])
check('sheets that name areas', read(sheets(WEST, EAST, names=('东区', '西区'))), [('东区', 1.0, 'clear'), ('西区', 1.0, 'clear')])
check('a sheet of what is deducted', read(sheets(OUTER, HOLE, names=('范围', '扣除范围'))), [MINUS])
cadastral = rows(['J12', 'J13', 'J27', 'J26', 'J12'], SOUTH + SOUTH[:1])
check('numbers with gaps', [v for _, _, v in read(text(*cadastral))], ['review'])
check('numbers with gaps, the area agrees', read(text(*cadastral, '宗地面积：1.0000公顷')), [ONE_HA])
check('an area too rough to tell', [v for _, _, v in read(text(*cadastral, '面积0.01平方公里'))], ['review'])

# --- a line of many files carries the doubt, whatever the verdict ---
reserve.write_text(reserve.read_text().replace('83.4,', '83.0,'))  # the corners lie at 83.01° E, 44.59° N
reserve.write_text(reserve.read_text().replace('44.4]', '44.7]'))
doubtful, plain = text(*numbered(WEST), '', *numbered(EAST, 5)).rename(FOLDER / 'doubtful.txt'), text(*numbered(WEST))
lines = [l for l in redline('screen', doubtful, plain, *AREAS).stdout.splitlines() if 'overlaps: 1' in l]
check(f'overlaps with and without doubt: {lines}', ['the corners are doubtful' in l for l in lines], [True, False])
done()
