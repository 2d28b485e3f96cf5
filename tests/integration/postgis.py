"""The same pairs and the same areas as PostGIS, on Chilean wetlands and priority sites, licences and reserves of the DR Congo, and made-up Xinjiang."""
import shutil, subprocess
from pathlib import Path
from support import *
import postgis_oracle as oracle
from postgis_server import PostgisServer, ServerMissing

ZONE = {'core': 1, 'buffer': 2, 'experimental': 3}  # the benchmark's layer has the three zones of a reserve in a row


def overlay(name, areas, activities, *more):
    out = FOLDER / f'{name}.gpkg'
    layers = [x for a in areas for x in ('--areas', a)] + [x for a in activities for x in ('--activities', a)]
    r = redline('overlay', *layers, '--as-of', '2019-03-31', '-o', out, *more)
    check(f'{name}: exit status {r.stderr}', r.returncode, 0)
    return out


def polygons(pg, name, out, layer, area_layer, ground, activities, edge_m, **key):
    pairs, contacts = oracle.ledger_pairs(rows, out, 'areas', layer, area_layer, **key)
    return oracle.compare_areas(true, name, pairs, contacts, oracle.areas(pg, activities, ground), edge_m)


def chile(pg):
    sites = shared('chile-mma', 'sitios_prioritarios', 'Sitios Prioritarios según Ley 19300.shp')
    wetlands = shared('chile-mma', 'humedales', 'Inventario de Humedales.shp')
    out = overlay('chile', [sites], [wetlands])
    oracle.load(pg, 'sites', sites)
    oracle.load(pg, 'wetlands', wetlands)
    n = polygons(pg, 'Chile', out, 'Inventario de Humedales', 'Sitios Prioritarios según Ley 19300', 'sites', 'wetlands', oracle.DENSIFIED_M)
    check('Chile: repaired', rows(out, "SELECT sum(repaired) AS n FROM rows WHERE feature IS NULL")[0]['n'], 7)
    true('Chile: there is something to compare', n > 20)


def congo(pg):
    reserves = shared('drc-protected-areas', 'Conservation', 'RDC_aire_protegee_2013.shp')
    licences = shared('drc-mining-licences', 'Licences_3.geojson')
    out = overlay('congo', [reserves], [licences])
    oracle.load(pg, 'reserves', reserves, straight_in_source=True)
    oracle.load(pg, 'licences', licences)
    # The reserves' edges are straight in their projection: either side may bow by 1 cm from them.
    n = polygons(pg, 'Congo', out, 'Licences_3', 'RDC_aire_protegee_2013', 'reserves', 'licences', 0.02)
    check('Congo: pairs', n, 317)


def made_up(pg):
    made = FOLDER / 'S'
    maker = Path(os.environ['REDLINE_SHARED_BENCH']) / 'gen.py' if 'REDLINE_SHARED_BENCH' in os.environ else shared('..', 'bench', 'gen.py')
    subprocess.run(['/usr/bin/python3', str(maker), 'S', str(made)], check=True, stderr=subprocess.DEVNULL)
    zones, rights, wells = made / 'zones.gpkg', made / 'rights.gpkg', made / 'wells.gpkg'
    out = overlay('made-up', [f'{zones}:zones', f'{zones}:redline'], [rights, wells])
    for table, source, layer in (('zones', zones, 'zones'), ('redline', zones, 'redline'), ('rights', rights, None), ('wells', wells, None)):
        oracle.load(pg, table, source, layer)
    n = points = 0
    for ground, key in (('zones', lambda area, zone: int(area) * 3 + ZONE[zone]), ('redline', oracle.by_fid)):
        n += polygons(pg, f'made-up {ground}', out, 'rights', ground, ground, 'rights', oracle.DENSIFIED_M, key=key)
        mine, _ = oracle.ledger_pairs(rows, out, 'points', 'wells', ground, key)
        check(f'made-up {ground}: wells', sorted(mine), sorted(oracle.points(pg, 'wells', ground)))
        points += len(mine)
    check('made-up: pairs of rights and of wells', (n, points), (599, 3517))


try:
    with PostgisServer() as server:
        for case in (chile, congo, made_up):
            case(server)
except ServerMissing as e:
    print(e)
    sys.exit(1 if os.environ.get('CI') else 77)
done()
