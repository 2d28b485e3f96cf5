#!/usr/bin/python3
"""Which pairs of a benchmark workload Redline and PostGIS do not share, and why.  usage: tests/bench/pairs.py LEDGER DIR

LEDGER is made by run.sh's workspace (or one like it) of DIR, a workload of gen.py. PostGIS works on the same files, invalid
polygons made valid by structure. A pair of one side only is told with its area and mean width 2A/P; below 0.01 mm it is a contact.
About a minute and a half for profile M.
"""
import pathlib, sqlite3, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'integration'))
import postgis_oracle as oracle
from postgis_server import PostgisServer

LEDGER, FROM = sys.argv[1], pathlib.Path(sys.argv[2])
ZONE = {'core': 1, 'buffer': 2, 'experimental': 3}  # the three zones of a reserve are written in a row


def rows(path, sql):
    db = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    db.row_factory = sqlite3.Row
    return db.execute(sql).fetchall()


with PostgisServer() as pg:
    for table, file in (('zones', 'zones'), ('redline', 'zones'), ('rights', 'rights'), ('wells', 'wells')):
        oracle.load(pg, table, FROM / f'{file}.gpkg', table)
        print(table, 'invalid:', pg.sql(f'SELECT count(*) FROM {table}_raw WHERE NOT ST_IsValid(geom)')[0][0])
    total = 0
    for ground, key in (('zones', lambda area, zone: int(area) * 3 + ZONE[zone]), ('redline', lambda area, zone: int(area) + 1)):
        theirs = oracle.areas(pg, 'rights', ground)
        mine, contacts = oracle.ledger_pairs(rows, LEDGER, 'areas', 'rights', ground, key)
        wells, (my_wells, _) = oracle.points(pg, 'wells', ground), oracle.ledger_pairs(rows, LEDGER, 'points', 'wells', ground, key)
        print(f'{ground}: rights {len(mine)} here, {len(theirs)} there; wells {len(my_wells)} here, {len(wells)} there')
        off = [k for k in theirs.keys() & mine.keys() if abs(mine[k] - theirs[k][0]) > oracle.DENSIFIED_M * theirs[k][1] + 1e-3]
        print(f'  areas further apart than 1 mm times the outline: {len(off)} {sorted(off)[:5]}')
        for k in sorted(theirs.keys() - mine.keys()):
            print(f'  only there: {k} {theirs[k][0]:.3g} m², {oracle.mean_width(*theirs[k]):.3g} m wide, contact here: {k in contacts}')
        for k in sorted(mine.keys() - theirs.keys()): print(f'  only here: {k} {mine[k]:.3g} m²')
        for k in sorted(wells ^ my_wells.keys()): print(f'  wells: {k} only {"there" if k in wells else "here"}')
        total += len(mine) + len(my_wells)
    print('pairs here:', total)
