"""What a list says besides its corners: areas by sheets, which of several outlines is applied for, elevations; and other ways to print the corners."""
import json
from corner_support import AREAS, applications
from support import FOLDER, check, done, redline, true
from workbook import write_workbook

DATUM = '2000国家大地坐标系，3度带'
# 400 m by 400 m, in it 200 m by 200 m (16 ha and 4 ha), and 100 m by 100 m 600 m to the west.
OUTER = [(4940500, 28422100), (4940900, 28422100), (4940900, 28422500), (4940500, 28422500)]
INNER = [(4940600, 28422400), (4940800, 28422400), (4940800, 28422200), (4940600, 28422200)]
WEST = [(4940500, 28421500), (4940600, 28421500), (4940600, 28421600), (4940500, 28421600)]


def numbered(corners, first=1):
    return [f'{first + i} {x}.00 {y}.00' for i, (x, y) in enumerate(corners)]


def sheet(area, *rings):
    rows = [row for k, ring in enumerate(rings, 1) for row in ([[f'矿区{k}']] if len(rings) > 1 else []) + [[i, *c] for i, c in enumerate(ring, 1)]]
    return [[DATUM], *([[area]] if area else []), ['点号', 'X', 'Y'], *rows], []


def book(sheets):
    global said
    out, said = applications(write_workbook(FOLDER / 'b.xlsx', sheets))
    return out


def read(*lines):
    global said
    source = FOLDER / 'list.txt'
    source.write_text('\n'.join([f'矿区范围拐点坐标（{DATUM}）：', *lines]), encoding='utf-8')
    out, said = applications(source)
    return out


# --- areas of sheets: of the whole where they fit it, else of the corners of their own sheet ---
PARTS = [('甲', 16.0, 'clear'), ('乙', 1.0, 'clear')]
for a, b in (('0.1600', None), (None, '0.0100'), ('0.1600', '0.0100'), ('0.1700', None), ('0.1700', '0.1700'), ('0.1700', '0.0100')):
    check(f'areas of sheets: {a}, {b}', book({'甲': sheet(a and f'矿区面积：{a}平方公里', OUTER), '乙': sheet(b and f'矿区面积：{b}平方公里', WEST)}), PARTS)
check('one of two sheets is wrong', book({'甲': sheet('矿区面积：0.1600平方公里', OUTER), '乙': sheet('矿区面积：0.0300平方公里', WEST)}), [PARTS[0], ('乙', 1.0, 'review')])
check('without a unit', book({'甲': sheet('矿区面积：0.1600', OUTER), '乙': sheet(None, WEST)}), PARTS)
check('of two parcels of a sheet', [v for *_, v in book({'甲': sheet('矿区面积：0.1700平方公里', OUTER, WEST), '乙': sheet(None, INNER)})], ['clear'] * 3)
check('of two parcels, wrong', [v for *_, v in book({'甲': sheet('矿区面积：0.1500平方公里', OUTER, WEST), '乙': sheet(None, INNER)})], ['review', 'review', 'clear'])
for a, b, verdict in (('0.1600', None, 'clear'), ('0.1200', None, 'clear'), ('0.1600', '0.0400', 'clear'), (None, '0.1200', 'clear'), ('0.1400', None, 'review')):
    check(f'a sheet that is deducted: {a}, {b}', book({'矿区': sheet(a and f'矿区面积：{a}平方公里', OUTER), '扣除范围': sheet(b and f'面积：{b}平方公里', INNER)}), [('', 12.0, verdict)])
done()
