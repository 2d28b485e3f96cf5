"""Coordinates that are left out are told: sheets of a workbook that cannot be read, and tables under titles of shafts and boreholes, which are ground or points."""
from corner_support import AREAS, applications
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

A = [(4983910.91, 28468455.78), (4983907.06, 28469244.39), (4985018.38, 28469249.73), (4985022.22, 28468461.27)]
B = [(4973925.49, 28465247.10), (4974141.44, 28466433.02), (4975586.96, 28466282.66), (4975924.13, 28465573.78)]
HEAD = '2000国家大地坐标系 3度带'
HA, HB = 87.6, 163.7  # hectares by the shoelace


def rows(ring, first=1):
    return [f'{i} {x:.2f} {y:.2f}' for i, (x, y) in enumerate(ring, first)]


def text(*lines):
    path = FOLDER / 'unread.txt'
    path.write_text('\n'.join([HEAD, *lines]) + '\n', encoding='utf-8')
    return path


def book(*sheets):
    write_workbook(FOLDER / 'unread.xlsx', {name: (cells, []) for name, cells in sheets})
    return FOLDER / 'unread.xlsx'


def hectares(read):
    return [round(h, 1) for _, h, _ in read] if isinstance(read, list) else read


def verdicts(read):
    return [v for *_, v in read] if isinstance(read, list) else read


# --- sheets ---
LIST = ('矿区一', [[HEAD], ['点号', 'X', 'Y'], *[[i, x, y] for i, (x, y) in enumerate(A, 1)]])
UNREAD = {'across': [['点号', 1, 2, 3, 4], ['X', *[x for x, _ in B]], ['Y', *[y for _, y in B]]],
          'across, as texts': [['点号', '1', '2', '3', '4'], ['X坐标', *[str(x) for x, _ in B]], ['Y坐标', *[str(y) for _, y in B]]],
          'across without zone': [['X', *[x for x, _ in B]], ['Y', *[y - 28e6 for _, y in B]]],
          'both in a cell': [['拐点编号', '坐标'], *[[str(i), f'{x}/{y}'] for i, (x, y) in enumerate(B, 1)]],
          'in words of their own': [['拐点坐标'], *[[f'{i}、北 {x}，东 {y}'] for i, (x, y) in enumerate(B, 1)]],
          'a range of degrees': [['经度范围', '83°33′36″-83°34′30″'], ['纬度范围', '44°54′00″-44°55′05″']],
          'a range in characters': [['经度', '83度33分36秒至83度34分30秒'], ['纬度', '44度54分00秒至44度55分05秒']],
          'a range of decimals': [['东', '83.5601~83.5750'], ['北', '44.9001~44.9180']],
          'a range of metres': [['X范围', '4973925.49～4975924.13'], ['Y范围', '28465247.10～28466433.02']],
          'with thousands': [['X', *[f'{x:,.2f}' for x, _ in B]], ['Y', *[f'{y:,.2f}' for _, y in B]]]}
for what, cells in UNREAD.items():
    read, said = applications(book(LIST, ('矿区二', cells)))
    check(f'a sheet that is not read, {what}', (hectares(read), verdicts(read)), ([HA], ['review']))
    true(f'{what}: said, {said[:600]}', 'the sheet "矿区二" holds numbers like coordinates from row' in said.split('written:')[0])
    read, _ = applications(book(('矿区二', cells), LIST))
    check(f'the same before the list, {what}', verdicts(read), ['review'])
true('in Chinese', '工作表“矿区二”第 2 行起有像坐标的数字' in redline('screen', book(LIST, ('矿区二', UNREAD['across'])), *AREAS, '--lang', 'zh').stdout)
NOTES = {'an empty sheet': [], 'a note': [['说明', '本表由某公司填报，电话 0991-1234567、13912345678'], ['填报日期', '20240103'], ['审核日期', '20240201']],
         'sums': [['煤层', '储量'], ['1#煤', '1234567.8吨'], ['2#煤', '345678.9吨'], ['合计', '1580246.7吨']],
         'days and licences': [['许可证号', 'C6500002012031120045678'], ['有效期', '20190301至20240301'], ['上次有效期', '20180301至20230301']],
         'the centre': [['中心点坐标', 'X=4984460.00 Y=28468850.00']],
         'heights': [['标高', 1200, 900], ['埋深', 83.5, 44.9]]}
for what, cells in NOTES.items():
    read, said = applications(book(LIST, ('说明', cells)))
    check(f'a sheet beside, {what}: {said if not isinstance(read, list) else ""}', verdicts(read), ['clear'])
check('two sheets that are lists', hectares(applications(book(LIST, ('矿区二', [['点号', 'X', 'Y'], *[[i, x, y] for i, (x, y) in enumerate(B, 1)]])))[0]), [HA, HB])

# --- ground that is called by a shaft ---
for title in ('二号平硐采区坐标', '平硐煤矿坐标', '一号斜井采区坐标', '竖井采区矿权坐标', '风井场地坐标', '主井工业广场坐标', '钻孔密集区坐标', '二号立井矿区坐标', '副井工业场地坐标：', '斜井井田坐标表', '主井煤矿（甲）坐标'):
    read, said = applications(text('矿区范围', *rows(A), title, *rows(B)))
    check(f'{title}: an area of its own, {said if not isinstance(read, list) else ""}', hectares(read), [HA, HB])
read, _ = applications(text('一号斜井采区坐标', *rows(A), '', '二号斜井采区坐标', *rows(B), '', '三号露天采区坐标', *rows([(x + 30000, y) for x, y in A])))
check('three areas', hectares(read), [HA, HB, HA])
check('alone', hectares(applications(text('二号平硐采区坐标', *rows(B)))[0]), [HB])
sheet = ('坐标', [[HEAD], ['一号露天采区坐标'], ['点号', 'X', 'Y'], *[[i, x, y] for i, (x, y) in enumerate(A, 1)], ['二号平硐采区坐标'], ['点号', 'X', 'Y'], *[[i, x, y] for i, (x, y) in enumerate(B, 1)]])
check('in a workbook', hectares(applications(book(sheet))[0]), [HA, HB])

# --- points, that may be ground: told, and to be reviewed ---
for title in ('一采区平硐坐标', '天山煤矿井口坐标', '主井坐标（工业场地）', '矿区斜井坐标'):
    source = text('矿区范围', *rows(A), title, *rows(B))
    read, said = applications(source)
    check(f'{title}: {said if not isinstance(read, list) else ""}', (hectares(read), verdicts(read)), ([HA], ['review']))
    true(f'{title}: said with its lines ({said[:900]})', f'lines 7–11: 4 rows of "{title.replace("（", "(").replace("）", ")")}" may be points or an outline' in said.split('written:')[0])

# --- points: beside the outline as before; where they are numbered like corners, that is said ---
for title, names, told in (('井口坐标', ['主井', '副井', '风井', '斜井'], False), ('钻孔坐标', ['ZK1', 'ZK2', 'ZK3', 'ZK4'], False), ('矿区控制点坐标', ['K1', 'K2', 'K3', 'K4'], False), ('矿区钻孔坐标', ['ZK101', 'ZK102', 'ZK103', 'ZK104'], False),
                           ('井口坐标', ['1', '2'], False), ('井口坐标', ['1', '2', '3', '4'], True), ('钻孔坐标：', ['1', '2', '3'], True)):
    source = text('矿区范围', *rows(A), title, *[f'{n} {x:.2f} {y:.2f}' for n, (x, y) in zip(names, B)])
    read, said = applications(source)
    check(f'{title} {names}: {said if not isinstance(read, list) else ""}', (hectares(read), verdicts(read)), ([HA], ['clear']))
    check(f'{title} {names}: told', 'are taken for points of their own' in said.split('written:')[0], told)
(FOLDER / 'plain.txt').write_text('\n'.join([HEAD, *rows(A)]), encoding='utf-8')
batch = redline('screen', source, FOLDER / 'plain.txt', *AREAS, '--lang', 'en')
true(f'in a batch: {batch.stdout}', 'lines 7–10, "钻孔坐标:", were taken for points and not checked' in batch.stdout and batch.stdout.count('taken for points') == 1)

# --- in one line ---
def one_line(ring, names):
    return '；'.join((f'{n}、' if n.isdigit() else f'{n} ' if n else '') + f'X={x:.2f} Y={y:.2f}' for n, (x, y) in zip(names, ring))


for title, names in (('井口工业场地坐标：', '1234'), ('风井场地：', '1234'), ('井口工业场地坐标：', ['']*4), ('主井采区：', ['']*4)):
    read, said = applications(text('矿区范围', *rows(A), title + one_line(B, names)))
    check(f'{title} {names}, in one line: {said if not isinstance(read, list) else ""}', hectares(read), [HA, HB])
for title, names, verdict in (('二采区井口坐标：', '1234', 'review'), ('二采区井口坐标：', ['']*4, 'review'), ('主井坐标：', '1234', 'clear'), ('井口坐标：', ['主井', '副井', '风井'], 'clear'), ('矿区中心点坐标：', [''], 'clear'), ('工业场地井口坐标：', ['1', '2'], 'clear')):
    read, said = applications(text('矿区范围', *rows(A), title + one_line(B, names)))
    check(f'{title} {names}, points in one line: {said if not isinstance(read, list) else ""}', (hectares(read), verdicts(read)), ([HA], [verdict]))
done()
