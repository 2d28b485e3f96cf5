"""Corner lists in the many ways people write them: degrees whose form the list states, and what stands beside the corners."""
import re
from support import FOLDER, check, done, redline, true

DATUM = '2000国家大地坐标系'


def convert(name, text, *args):
    """Status, areas in km², what was printed."""
    path = FOLDER / name
    path.write_text(text, encoding='utf-8')
    r = redline('convert', path, '-o', FOLDER / 'out.geojson', '--overwrite', *args)
    return r.returncode, re.findall(r'([\d.]+) km² \(TD/T', r.stdout) or re.findall(r'([\d.]+) km2 \(TD/T', r.stdout), r.stdout + r.stderr


# --- degrees, minutes and seconds with a point, or decimal degrees: what the list says ---
# 27″ by 25″ at 44.24°: 599.18 m by 771.64 m, 0.4624 km², its half 0.2312
DMS = [('83.5945', '44.1415'), ('84.0012', '44.1415'), ('84.0012', '44.1350'), ('83.5945', '44.1350')]
# 0.0033° by 0.0033° at 44.593°: 262.3 m by 366.7 m, 0.0961 km²; each number could be minutes and seconds
DECIMAL = [('83.0123', '44.5912'), ('83.0156', '44.5912'), ('83.0156', '44.5945'), ('83.0123', '44.5945')]


def degrees(corners, title=DATUM, head=''):
    return title + '\n' + head + ''.join(f'{i} {a} {b}\n' for i, (a, b) in enumerate(corners, 1))


for title, head in ((f'{DATUM} 单位：度.分秒', ''), (f'{DATUM}（度分秒）', ''), (f'{DATUM} DDD.MMSS', ''), (DATUM, '点号 经度(DD.MMSS) 纬度(DD.MMSS)\n'),
                    (DATUM, '点号 经度(度分秒) 纬度(度分秒)\n'), (DATUM, '（坐标格式：度．分秒）\n'), (DATUM, '点号 经度(°′″) 纬度(°′″)\n')):
    code, areas, said = convert('dms.txt', degrees(DMS, title, head))
    true(f'{title} {head}: {said}', code == 0 and areas == ['0.4624'] and 'as the list says (' in said)
code, areas, said = convert('three.txt', degrees(DMS[:3], f'{DATUM} 单位：度.分秒'))
true(f'three corners: {said}', code == 0 and areas == ['0.2312'])
code, areas, said = convert('short.txt', degrees([('83.59', '44.14'), ('84.01', '44.14'), ('84.01', '44.13')], f'{DATUM} 单位：度.分秒'))
true(f'Excel has dropped the zeros: {said}', code == 0 and areas == ['2.4662'])  # 2′ by 1′: 2663.4 m by 1851.9 m, half of it
for title, head in ((f'{DATUM}（十进制度）', ''), (DATUM, '点号 经度(十进制度) 纬度(十进制度)\n'), (DATUM, '点号 经度(度) 纬度(度)\n'), (f'{DATUM}，单位：度', ''), (f'{DATUM} DD.DDDD', '')):
    code, areas, said = convert('decimal.txt', degrees(DECIMAL, title, head))
    true(f'{title} {head}: {said}', code == 0 and areas == ['0.0961'] and 'these are decimal degrees' in said)
check('the user decides', convert('decimal.txt', degrees(DMS, f'{DATUM}（十进制度）'), '--degrees', 'dms')[:2], (0, ['0.4624']))
for name, corners, title, words in (('nothing is said, three corners', DMS[:3], DATUM, 'of all 3 corners could be'), ('both are said', DMS, f'{DATUM} 度分秒（十进制度）', 'the list says both "度分秒" and "十进制度"'),
                                    ('no minutes', [('83.0175', '44.5912'), ('83.0180', '44.5912'), ('83.0180', '44.5945')], f'{DATUM} 单位：度.分秒', 'the list says "度.分秒", but some'),
                                    ('a zone is no unit', DMS, f'{DATUM} 3度带', 'of all 4 corners could be')):
    code, areas, said = convert('doubt.txt', degrees(corners, title))
    true(f'{name}: {said}', code == 3 and words in said)
check('signs tell by themselves', convert('signs.txt', degrees([('83°01′00″', '44°35′45″'), ('83°01′15″', '44°35′45″'), ('83°01′15″', '44°36′00″')], f'{DATUM} 单位：度分秒'))[:2], (0, ['0.0766']))
done()
