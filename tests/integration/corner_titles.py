"""A second ring in a printed list: whether it is a parcel of its own, a part or a hole is never left to where it lies alone."""
from corner_support import AREAS, applications
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

TITLE = '矿区范围拐点坐标（2000国家大地坐标系，3度带）：'
# 400 m by 400 m, in it 200 m by 200 m (16 ha and 4 ha), and 100 m by 100 m 600 m to the west.
OUTER = [(4940500, 28422100), (4940900, 28422100), (4940900, 28422500), (4940500, 28422500)]
INNER = [(4940600, 28422400), (4940800, 28422400), (4940800, 28422200), (4940600, 28422200)]
WEST = [(4940500, 28421500), (4940600, 28421500), (4940600, 28421600), (4940500, 28421600)]


def numbered(corners, first=1, prefix='', mark=' '):
    return [f'{prefix}{first + i}{mark}{x}.00 {y}.00' for i, (x, y) in enumerate(corners)]


def closed(corners, first=1):
    return numbered(corners, first) + numbered(corners[:1], first)


def read(*lines, title=TITLE, source=None):
    global said
    if source is None:
        source = FOLDER / 'list.txt'
        source.write_text('\n'.join([title, *lines]), encoding='utf-8')
    out, said = applications(source)
    return out



def two(name, outer=16.0, inner=4.0, verdict='clear'):
    return [('1', outer, verdict), (name, inner, verdict)]


# --- a text and numbers anew: another parcel, wherever it lies ---
for words in ('资源储量估算范围拐点坐标', '资源储量估算范围', '保护区重叠范围', '首采区范围', '深部矿体范围', '压覆范围', '变更后拐点坐标'):
    check(f'{words} inside', read(*numbered(OUTER), words + '：', *numbered(INNER)), two(words))
    check(f'{words} apart', read(*numbered(OUTER), words + '：', *numbered(WEST)), two(words, inner=1.0))
check('the smaller one first', read(*numbered(INNER), '变更后矿区范围：', *numbered(OUTER)), two('变更后矿区范围', 4.0, 16.0))
for between in (['', '首采区范围', ''], ['首采区范围：', '单位：米'], ['首采区范围：', '拐点 X Y'], ['', '首采区范围：', '标高1200-900', '']):
    check(f'{between}', read(*numbered(OUTER), *between, *numbered(INNER)), two('首采区范围'))
check('rings that are closed', read(*closed(OUTER), '首采区范围：', *closed(INNER)), two('首采区范围'))
check('closed, and the numbers go on', read(*closed(OUTER), '首采区范围：', *closed(INNER, 5)), two('首采区范围'))
for prefix in ('S', 'C-'):
    check(f'other letters, {prefix}', read(*numbered(OUTER), '首采区范围：', *numbered(INNER, 1, prefix)), two('首采区范围'))
check('marks behind the numbers', read(*numbered(OUTER, mark='、'), '首采区范围：', *numbered(INNER, mark='、')), two('首采区范围'))
check('two corners in a row', read(*[f'{a} {b}' for a, b in zip(numbered(OUTER)[::2], numbered(OUTER)[1::2])], '首采区范围：',
                                   *[f'{a} {b}' for a, b in zip(numbered(INNER)[::2], numbered(INNER)[1::2])]), two('首采区范围'))
check('the name of a licence', [h for _, h, _ in read(*numbered(OUTER), '原采矿许可证', *numbered(INNER))], [16.0, 4.0])
check('the same title again', [h for _, h, _ in read(*numbered(OUTER), TITLE, *numbered(INNER))], [16.0, 4.0])
check('three tables', read(*numbered(OUTER), '扣除范围', *numbered(INNER), '首采区范围：', *numbered(WEST)), two('首采区范围', 12.0, 1.0))
check('what is deducted, under two titles', read(*numbered(OUTER), '扣除范围：', '基本农田', *numbered(INNER)), [('', 12.0, 'clear')])
check('the closing corner behind a text', read(*numbered(OUTER), '接下页', *numbered(OUTER[:1])), [('', 16.0, 'clear')])
# the area is that of the table that has it; of none, nor of both together, it is doubted
for area, verdict in (('0.1600', 'clear'), ('0.2000', 'clear'), ('0.0400', 'clear'), ('0.1800', 'review')):
    check(f'with an area of {area} km²', read(f'矿区面积：{area}平方公里', *numbered(OUTER), '首采区范围：', *numbered(INNER)), two('首采区范围', verdict=verdict))

# --- the number of an area before the number of a corner: 16 ha and 1 ha; one inside the other is asked about, unless the areas agree
row = lambda corners, first=1: ';'.join(numbered(corners, first, mark=',')).replace('.00 ', '.00,')
for a, b in (('（1）', '（2）'), ('（一）', '（二）'), ('一、', '二、')):
    names = [mark.strip('、').translate(str.maketrans('（）', '()')) for mark in (a, b)]
    for lines in ([a + row(OUTER), b + row(WEST)], [a + row(OUTER) + ';' + b + row(WEST)], [a + row(OUTER), b + row(WEST, 5)]):
        check(f'{lines}', read(*lines), [(names[0], 16.0, 'clear'), (names[1], 1.0, 'clear')])
    for inner in (row(INNER), row(INNER, 5)):
        check(f'{a}, {b} inside', read(a + row(OUTER), b + inner), [(names[0], 16.0, 'review'), (names[1], 4.0, 'review')])
        true(f'{a}, {b}: it is asked about: {said}', said.count('its title does not say whether it is deducted') >= 2)
        check(f'{a}, {b} inside, the area without it', read('矿区面积：0.1200平方公里', a + row(OUTER), b + inner), [('', 12.0, 'clear')])
for a, b in (('一、', '二、'), ('矿区一', '矿区二')):
    lines = [f'{title} {line}' if k == 0 else line for title, ring in ((a, OUTER), (b, WEST)) for k, line in enumerate(numbered(ring))]
    check(f'{lines}', read(*lines), [(a.strip('、'), 16.0, 'clear'), (b.strip('、'), 1.0, 'clear')])

# --- words of a hole, and rings that are only counted ---
for words in ('不包括以下范围', '不含以下区域', '其中不包含：', '矿区不得包括以下基本农田范围', '内环', '里圈', '内部边界', '除去', '减去', '孔', '避让区', '核减范围', '调出范围', '退出范围'):
    check(f'{words} is a hole', read(*numbered(OUTER), words, *numbered(INNER)), [('', 12.0, 'clear')])
for a, b in (('第一圈', '第二圈'), ('圈1：', '圈2：'), ('外圈', '里圈')):
    check(f'{a}, {b}', read(a, *numbered(OUTER), b, *numbered(INNER)), [('', 12.0, 'clear')])
check('the second ring of two apart', read('第一圈', *numbered(OUTER), '第二圈', *numbered(WEST)), [('', 17.0, 'clear')])
for a, b in (('(1)', '(2)'), ('一', '二')):
    check(f'{a}, {b}', read(a, *numbered(OUTER), b, *numbered(INNER)), [('', 12.0, 'review')])
    check(f'{a}, {b}, the area agrees', read(a, *numbered(OUTER), b, *numbered(INNER), '面积0.1200平方公里'), [('', 12.0, 'clear')])
for words in ('坐标不含带号', '面积不含保护区'):
    check(f'{words} deducts nothing', [h for _, h, _ in read(*numbered(OUTER), words, '首采区范围', *numbered(INNER))], [16.0, 4.0])
for words in ('扣除前矿区范围', '矿区范围（不含保护区）'):
    check(f'{words} is none', [h for _, h, _ in read(*numbered(INNER), words, *numbered(OUTER))], [4.0, 16.0])

check('an area that is deducted, for a title', read(*numbered(OUTER), '扣除面积0.0400平方公里', *numbered(INNER)), [('', 12.0, 'clear')])
check('areas of all below the rows', read(*numbered(OUTER), '矿区面积0.1600平方公里', '扣除面积0.0400平方公里', '首采区范围', *numbered(INNER)), two('首采区范围'))
check('a count of the outer ring', read('矿区范围由4个拐点圈定', *numbered(OUTER), '扣除以下范围：', *numbered(INNER), '净面积0.1200平方公里'), [('', 12.0, 'clear')])
check('a count of neither', read('矿区范围由5个以上、计6个拐点圈定', *numbered(OUTER), '扣除以下范围：', *numbered(INNER)), [('', 12.0, 'review')])

sentence = lambda area: ['；'.join(numbered(OUTER, mark='，')).replace('.00 ', '.00，') + '。其中不包括：' + '；'.join(numbered(INNER, mark='，')).replace('.00 ', '.00，') + f'。面积{area}平方公里']
check('the area behind a hole in a sentence', read(*sentence('0.1200')), [('', 12.0, 'clear')])
check('another area there', read(*sentence('0.1400')), [('', 12.0, 'review')])

# --- a title that says neither: parcels, and asked about; the area decides ---
for words in ('禁采区', '基本农田', '村庄保安煤柱'):
    check(words, read(*numbered(OUTER), words, *numbered(INNER)), two(words, verdict='review'))
    true(f'{words} is asked about: {said}', said.count('its title does not say whether it is deducted') >= 2)
    check(f'{words}, the area without it', read(*numbered(OUTER), words, *numbered(INNER), '矿区面积0.1200平方公里'), [('', 12.0, 'clear')])
    check(f'{words}, the area with it', read(*numbered(OUTER), words, *numbered(INNER), '矿区面积0.1600平方公里'), two(words))
    check(f'{words} elsewhere', read(*numbered(OUTER), words, *numbered(WEST)), two(words, inner=1.0))

# --- a table that begins at the first corner of the one above ---
CORNER_OF = [(4940500, 28422100), (4940700, 28422100), (4940700, 28422300), (4940500, 28422300)]  # 4 ha
for words in ('资源储量估算范围拐点坐标', '变更后矿区范围', '原采矿权范围拐点坐标'):
    for lists in (numbered, closed):
        check(f'{words}, {lists.__name__}', read(*lists(OUTER), words, *lists(CORNER_OF)), two(words))
    check(f'{words}, letters', read(*numbered(OUTER), words, *numbered(CORNER_OF, 1, 'S')), two(words))
    check(f'{words}, two in a row', read(*[f'{a} {b}' for a, b in zip(numbered(OUTER)[::2], numbered(OUTER)[1::2])], words,
                                         *[f'{a} {b}' for a, b in zip(numbered(CORNER_OF)[::2], numbered(CORNER_OF)[1::2])]), two(words))
check('the same corners again', read(*numbered(OUTER), '复核坐标', *numbered(OUTER)), two('复核坐标', inner=16.0))
check('five corners', read(*numbered(OUTER), '变更后矿区范围', *numbered(OUTER[:3] + [(4940600, 28422500), (4940500, 28422300)])), two('变更后矿区范围', inner=15.0))
check('the closing corner, then a table', read(*numbered(OUTER), '接下页', *numbered(OUTER[:1]), '首采区范围', *numbered(INNER)), two('首采区范围'))

# --- a column says it ---
for a, b in (('外环', '内环'), ('矿区范围', '内环'), ('矿区范围', '不包括')):
    source = FOLDER / 'list.csv'
    source.write_text('\n'.join(['范围,点号,X(2000国家大地坐标系),Y', *[f'{a},{line}' for line in numbered(OUTER, mark=',')], *[f'{b},{line}' for line in numbered(INNER, mark=',')]]).replace(' ', ','), encoding='utf-8')
    check(f'column: {a}, {b}', read(source=source), [('', 12.0, 'clear')])
for column, a, b in (('范围', '矿区范围', '估算范围'), ('备注', '变更前', '变更后'), ('类别', '原矿区', '现矿区')):
    rows = [[words if k == 0 else None, k + 1, *c] for words, ring in ((a, OUTER), (b, INNER)) for k, c in enumerate(ring)]
    check(f'{column}: {a}, {b}', read(source=write_workbook(FOLDER / 'list.xlsx', {'表': ([['2000国家大地坐标系'], [column, '拐点', 'X', 'Y'], *rows], [])})), two(b))

# --- where nothing is said, a hole is doubted unless the area agrees ---
for between in ([''], ['拐点 X Y']):
    check(f'{between}', read('拐点 X Y', *numbered(OUTER), *between, *numbered(INNER)), [('', 12.0, 'review')])
    true(f'is said: {said}', 'lies inside the area and nothing says that it is deducted' in said)
    check(f'{between}, the area agrees', read('拐点 X Y', *numbered(OUTER), *between, *numbered(INNER), '矿区面积0.1200平方公里'), [('', 12.0, 'clear')])
check('said by the number of the ring', read('拐点 圈号 X Y', *[line.replace(' ', ' 1 ', 1) for line in numbered(OUTER)], *[line.replace(' ', ' 2 ', 1) for line in numbered(INNER, 5)]), [('', 12.0, 'clear')])

# --- the map names a hole
for lines, holes in ((numbered(OUTER), 0), ([*numbered(OUTER), '扣除范围', *numbered(INNER)], 1)):
    read(*lines)
    redline('screen', FOLDER / 'list.txt', *AREAS, '--html', FOLDER / 's.html')
    check(f'{holes} holes', '>hole</text>' in (FOLDER / 's.html').read_text(encoding='utf-8'), holes > 0)
done()
