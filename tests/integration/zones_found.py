"""Zones under headings that nobody knows, and boundaries beside their zones: used or told, and never a sure verdict of a reserve without zones."""
from support import *

L, M, BOTH = box(84, 44, 0.1, 0.1), box(84.1, 44, 0.1, 0.1), box(84, 44, 0.2, 0.1)
well = write('w.geojson', [({'井号': 'W1'}, {'type': 'Point', 'coordinates': [84.15, 44.05]})])  # in M

def run(name, *layers, more=(), kind='=自然保护区'):
    out = FOLDER / f'{name}.gpkg'
    areas = [a for i, l in enumerate(layers) for a in ('--areas', l if not isinstance(l, list) else write(f'a{i}.geojson', l))]
    r = redline('overlay', *areas, *(['--area-kind', kind] if kind else []), '--activities', well, '--activity-kind', '=油井', '--as-of', '2019-03-31', '-o', out, '--overwrite', *more)
    check(f'{name}: exit {r.stderr}', r.returncode, 0)
    got = [tuple(c.values()) for c in rows(out, 'SELECT zone, verdict FROM conflicts ORDER BY zone')]
    return got, {f['code'] for f in rows(out, 'SELECT code FROM findings')}, r.stdout + r.stderr
NEW = {'run.zone_by_values', 'run.zone_column_unread', 'run.zones_beside'}
def two(column, left='核心区', right='实验区', **more):
    return [({'NAME': '乌兰', column: left, **more}, L), ({'NAME': '乌兰', column: right, **more}, M)]
RIGHT = [('experimental', 'review')]

for column in ('GNFQ', '功能区名称', '管控分区名称'):
    got, codes, _ = run(f'known_{column}', two(column))
    check(f'{column}: a known heading', (got, codes & NEW), (RIGHT, set()))
for column in ('类型', 'Layer', 'TYPE', '分区名称', '保护区功能分区', 'FQMC', '备注', 'x1'):
    got, codes, text = run(f'values_{column}', two(column))
    check(f'{column}: found by its values', (got, codes & NEW), (RIGHT, {'run.zone_by_values'}))
    true(f'{column}: said on the terminal', f'“{column}”' in text or f'"{column}"' in text)
for left, right in (('核心保护区', '一般控制区'), ('Core', 'Experimental zone')):
    got, codes, _ = run(f'words_{left}', two('TYPE', left, right))
    check(f'{left}: words', codes & NEW, {'run.zone_by_values'})
got, codes, _ = run('some_empty', [({'NAME': '乌兰', '分类': None}, BOTH), *two('分类')])
check('a boundary beside its zones', (got, codes & NEW), (RIGHT, {'run.zone_by_values'}))
got, codes, _ = run('empty', two('分类', GNFQ=None))
check('a known column without values yields', (got, codes & NEW), (RIGHT, {'run.zone_by_values'}))
got, codes, _ = run('same', two('分类', 类型2='实验区'))
check('two that contradict are not used', (got, codes & NEW), ([('unzoned', 'review')], {'run.zone_column_unread'}))

# Not sure that it is the zone in force: told, and review.
for column, left, right in (('原功能区域', '核心区', '实验区'), ('调整前分类', '核心区', '实验区'), ('相邻', '核心区', '实验区'),
                            ('Layer', '核心区', '界线'), ('备注', '乌兰核心区', '位于实验区'), ('说明', '核心区1', '实验区2')):
    got, codes, text = run(f'unread_{column}_{left}', two(column, left, right))
    check(f'{column}: not used but told, and not sure', (got, codes & NEW), ([('unzoned', 'review')], {'run.zone_column_unread'}))
    true(f'{column}: what to do', '--zone' in text)
got, codes, _ = run('word_in_name', [({'NAME': '乌兰自然保护区核心区外围'}, BOTH)])
check('a word in a name that is not read', (got, 'run.zone_word_unread' in codes), ([('unzoned', 'review')], True))

# Words without 区, and a column of levels that holds zones.
for column, left, right in (('FQ', '核心', '实验'), ('分区名', '核心', '实验'), ('x1', '核心', '缓冲'), ('区', '缓冲', '实验'), ('说明', '核心 ', '实验1'), ('功能', '核心保护', '一般控制')):
    got, codes, text = run(f'short_{column}_{left}', two(column, left, right))
    check(f'{column} {left}: told, and not sure', (got, codes & NEW), ([('unzoned', 'review')], {'run.zone_column_unread'}))
got, codes, _ = run('short_one', [({'NAME': '乌兰', 'FQ': '实验'}, M)])
check('one word below a heading of zones', (got, codes & NEW), ([('unzoned', 'review')], {'run.zone_column_unread'}))
for left, right in (('乌兰核心', '乌兰实验'), ('乌兰自然保护区(核心)', '乌兰自然保护区（实验）'), ('乌兰_核心', '乌兰_实验1')):
    got, codes, _ = run(f'short_name_{left}', [({'NAME': left}, L), ({'NAME': right}, M)])
    check(f'{left}: told, and not sure', (got, 'run.zone_word_unread' in codes), ([('unzoned', 'review')], True))
for column in ('级别', 'jb'):
    got, codes, _ = run(f'level_{column}', two(column))
    check(f'{column}: zones in the column of levels', (got, codes & NEW), (RIGHT, {'run.zone_by_values'}))

# What was right stays right.
for name, features in (('level', two('级别', '国家级', '自治区级')), ('weight', two('重要性', '核心', '重点')), ('one_word', two('重要性', '核心', '核心')), ('aim', two('保护对象', '以湿地为核心', '核心种群')),
                       ('unit', two('单位', '实验站', '实验林场')), ('names', [({'NAME': '核心河自然保护区'}, L), ({'NAME': '实验林场自然保护区'}, M)])):
    got, codes, _ = run(f'plain_{name}', features)
    check(f'{name}: a reserve without zones', (got, codes & NEW, 'run.zone_word_unread' in codes), ([('unzoned', 'must_exit')], set(), False))
for name, features in (('none', two('备注', '无', '2001年批准')), ('levels', two('备注', '国家级', '自治区级')), ('reserve', two('TYPE', '自然保护区', '自然保护区'))):
    got, codes, _ = run(f'plain_{name}', features)
    check(f'{name}: a reserve without zones', (got, codes & NEW), ([('unzoned', 'must_exit')], set()))
got, codes, _ = run('said', two('类型'), more=('--zone', '='))
check('the user says that there are none', (got, codes & NEW), ([('unzoned', 'must_exit')], set()))
got, codes, _ = run('line', two('备注'), kind='=生态保护红线')
check('red lines have no zones', codes & NEW, set())
got, codes, _ = run('beside_known', two('GNFQ', 备注='原为核心区'))
check('a known column is enough', (got, codes & NEW), (RIGHT, set()))

# Boundaries and zones in layers of their own, or under names of their own in one.
boundary = [({'BHQMC': '乌兰自然保护区'}, BOTH)]
def zones(*names): return [({'BHQMC': n, 'GNFQ': z}, g) for n, z, g in zip(names, ('核心区', '实验区'), (L, M))]
DOUBT = [('experimental', 'review'), ('unzoned', 'review')]
for name, b, z in (('same', boundary, zones('乌兰自然保护区', '乌兰自然保护区')), ('level', [({'BHQMC': '乌兰国家级自然保护区'}, BOTH)], zones('乌兰自然保护区', '乌兰自然保护区')),
                   ('nameless', boundary, zones(None, None)), ('zone_names', boundary, zones('乌兰核心区', '乌兰实验区')), ('numbers', boundary, zones('1', '2')),
                   ('part', boundary, [({'BHQMC': '乌兰', 'GNFQ': '实验区'}, M)])):
    got, codes, text = run(f'beside_{name}', b, z)
    check(f'{name}: not sure, and told', (got, codes & NEW), (DOUBT, {'run.zones_beside'}))
    true(f'{name}: what to do', 'zones_of' in text)
got, codes, _ = run('one_layer', [({'NAME': '乌兰自然保护区', 'GNFQ': None}, BOTH), ({'NAME': '核心区', 'GNFQ': '核心区'}, L), ({'NAME': '实验区', 'GNFQ': '实验区'}, M)])
check('in one layer', (got, codes & NEW), (DOUBT, {'run.zones_beside'}))
got, codes, _ = run('joined', [({'NAME': '乌兰自然保护区', 'GNFQ': None}, BOTH), ({'NAME': '乌兰自然保护区', 'GNFQ': '核心区'}, L), ({'NAME': '乌兰自然保护区', 'GNFQ': '实验区'}, M)])
check('of one name in one layer: one area', (got, codes & NEW), (RIGHT, set()))

# Other reserves beside it are no zones of it.
other = [({'BHQMC': '塔什自然保护区', 'GNFQ': '核心区'}, L)]
got, codes, _ = run('neighbour', boundary, other)
check('a reserve that overlaps half of it', (got, codes & NEW), ([('unzoned', 'must_exit')], set()))
got, codes, _ = run('water', [({'BHQMC': '乌兰自然保护区', 'kind': '自然保护区'}, BOTH)], [({'NAME': '乌兰', 'GNFQ': '一级保护区', 'kind': '水源保护区'}, box(83, 43, 2, 2))], kind=None)
check('zones of water over it', codes & NEW, set())
done()
