"""The demonstration workspace, overlaid by the real binary, against the counts typed by hand from the report."""
import csv
from support import *

out = FOLDER / 'demo.gpkg'
r = redline('overlay', '-w', SOURCE / 'testdata/xinjiang', '-o', out)
check('exit status', r.returncode, 0)
check('standard error', r.stderr, '')
summary = rows(out, 'SELECT * FROM summary')
true('29 reserves in the summary', len({s['area_id'] for s in summary if s['area_kind'] == 'nature_reserve'}) == 29)
compared = 0
for e in csv.DictReader(open(SOURCE / 'testdata/xinjiang/expected.csv', encoding='utf-8-sig')):
    if e['where'] or e['of'] != 'activities' or '*' in (e['reserve_id'], e['activity_kind']):
        continue
    sql = (f"SELECT count(DISTINCT activity_id) AS n FROM conflicts WHERE area_id = '{e['reserve_id']}' "
           f"AND activity_kind = '{e['activity_kind']}' AND certainty <> 'contact'")
    if e['zone'] != '*':
        sql += f" AND zone = '{e['zone']}'"
    check(f"item {e['item']}: {e['reserve']} {e['activity_kind']} {e['zone']}", rows(out, sql)[0]['n'], int(e['count']))
    compared += 1
true('at least 30 counts compared', compared >= 30)
for row in rows(out, "SELECT * FROM rows WHERE feature IS NULL"):
    check(f"row ledger of {row['layer']}", row['read'], row['used'] + row['repaired'] + row['rejected'])
for b in rows(out, 'SELECT * FROM balance'):
    bound = {'m2': 0.01, 'm': 0.001, 'count': 0}[b['unit']] + 1e-9 * b['whole']
    if abs(b['whole'] - b['in_zones'] - b['outside']) > bound:
        true(f"balance of {b['activity_id']}", False)
true('no verdict is confident where the boundary text is unverified', rows(out, "SELECT count(*) AS n FROM conflicts WHERE verdict IS NULL OR trace IS NULL")[0]['n'] == 0)
one = rows(out, "SELECT conflict_id FROM conflicts WHERE certainty <> 'contact' LIMIT 1")[0]['conflict_id']
e = redline('explain', out, one)
check('explain', e.returncode, 0)
true('explain names the conflict', one in e.stdout)
done()
