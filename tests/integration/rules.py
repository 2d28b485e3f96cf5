"""An edited copy of the rules: each wrong word stops with file and line; an edit that flips an answer is seen by the examples."""
import shutil
from support import *

SETS = SOURCE / 'engine/rules/sets'
rules, examples = FOLDER / 'mine.toml', FOLDER / 'mine.examples.toml'
whole = (SETS / 'xinjiang.toml').read_text()
shutil.copy(SETS / 'xinjiang.examples.toml', examples)

def edited(rule, old, new):
    """The rule set with one line of one rule changed, and the number of that line."""
    at = whole.index(old, whole.index(f'id = "{rule}"'))
    rules.write_text(whole[:at] + new + whole[at + len(old):])
    return whole.count('\n', 0, at) + 1

rules.write_text(whole)
r = redline('check', '--rules', rules)
check(f'an untouched copy holds: {r.stdout}{r.stderr}', r.returncode, 0)
for what, rule, old, new, words in (
        ('a wrong key', 'NR94-MINE', 'zones =', 'zone =', ('zone', 'zones')),
        ('a wrong date', 'POL4-ANY', '2020-01-31', '2020-01-32', ()),
        ('a date that is none', 'POL4-ANY', '2020-01-31', '"2020-02-30"', ('2020-02-30',)),
        ('an unknown activity kind', 'NR94-MINE', '"mine_site"', '"mine_sites"', ('mine_sites', 'mine_site')),
        ('an unknown area kind', 'NR94-MINE', '"nature_reserve"', '"nature_park"', ('nature_park', 'nature_reserve')),
        ('an unknown zone', 'NR94-MINE', '"experimental"', '"experiment"', ('experiment', 'experimental')),
        ('an unknown effect', 'NR94-MINE', '"must_exit"', '"must_exits"', ('must_exits', 'must_exit')),
        ('an unknown clause', 'NR94-MINE', '"NR94/26"', '"NR94/62"', ('NR94/62',)),
        ('a text where a list belongs', 'NR94-MINE', '["mine_site"]', '"mine_site"', ('activity_kinds',)),
        ('an unknown disposition', 'D-WELL', '"seal"', '"seals"', ('seals', 'seal'))):
    line = edited(rule, old, new)
    r = redline('check', '--rules', rules)
    check(f'{what}: exit status ({r.stdout})', r.returncode, 3)
    for w in words + ('mine.toml', f'line {line}:'):
        true(f'{what}: says {w!r} in {r.stderr!r}', w in r.stderr)
for what, rule, old, new, example in (
        ('a quarry allowed', 'NR94-MINE', '"must_exit"', '"allowed"', '核心区采石场'),
        ('the 2026 Regulations a day late', 'THREE-ZONES', '2026-03-15', '2026-03-16', '2026-03-15 新立采矿权，三区未对应'),
        ('a policy that ends early', 'POL4-ANY', '2020-01-31', '2018-12-31', '核心区转让采矿权'),
        ('wells of the experimental zone taken as read', 'NR94-OIL-EXPERIMENTAL', 'verified = false', 'verified = true', '实验区油井：依据整改实践，需核定'),
        ('exploration under art. 20', 'ML09-RESERVE', '["mining_right", "mine_site"]', '["mining_right", "mine_site", "exploration_right"]', '探矿权一般矿种不在矿产资源法第20条之内'),
        ('a right on water grade 2 forbidden', 'WP17-66-RIGHT', 'clauses = ["WP17/66"]', 'clauses = ["SCREEN/reduce"]\nmineral_classes = ["oil_gas"]', '二级保护区采矿权本身'),
        ('an expired right is not cancelled', 'D-EXPIRED', '"cancel"', '"notify"', '部分在区内但已过期：注销'),
        ('a cut comes first no longer', 'D-PARTLY', '["partly"]', '["unknown"]', '早于保护区设立但部分在内：扣除优先于补偿')):
    edited(rule, old, new)
    r = redline('check', '--rules', rules)
    check(f'{what}: exit status ({r.stderr})', r.returncode, 1)
    true(f'{what}: the example {example} flips in {r.stdout!r}', example in r.stdout)
shutil.rmtree(FOLDER)
done()
