"""The same pairs and the same areas as PostGIS: Chilean wetlands and priority sites, licences and reserves of the DR Congo, Argentine wells and
concessions, boroughs and plans of Mexico City on its reserves, Xinjiang's counties on the schematic reserves, and made-up Xinjiang."""
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


def layer_name(source):
    ds = gdal.OpenEx(str(source))
    return ds.GetLayer(0).GetName()


def fids_of(source, *fields):
    """The fid of each feature by what its fields say."""
    ds = gdal.OpenEx(str(source))
    return {tuple(str(f[field] or '') for field in fields): f.GetFID() for f in ds.GetLayer(0)}


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


def argentina(pg):
    """Wells share ids, which GDAL makes fids, so pairs are told by the place of the well, with repetition."""
    ground, wells = shared('argentina-neuquen-oil', 'concesiones_neuquina.geojson'), shared('argentina-neuquen-oil', 'derived_well_heads.geojson')
    out = overlay('argentina', [ground], [wells], '--activity-kind', '=oil_well')
    oracle.load(pg, 'concessions', ground)
    oracle.load(pg, 'wells_ar', wells, own_fids=False)
    place = lambda x, y, area: (round(float(x), 9), round(float(y), 9), int(area))
    theirs = sorted(place(*p) for p in pg.sql('SELECT ST_X(ST_GeometryN(w.geom, 1)), ST_Y(ST_GeometryN(w.geom, 1)), c.fid FROM wells_ar w JOIN concessions c ON ST_Intersects(w.geom, c.geom)'))
    fids = fids_of(ground, 'id')
    mine = sorted(place(r['lon'], r['lat'], fids[r['area_id'],]) for r in rows(out, 'SELECT lon, lat, area_id FROM conflicts'))
    check('Argentina: pairs', len(mine), 2220)
    check('Argentina: the same pairs', mine, theirs)


def mexico(pg):
    anp, boroughs, plans = (shared('mexico-cdmx-anp-zoning', f'{f}.geojson') for f in ('anp_consolidada', 'alcaldias', 'zoonificacion_pgoedf_2000_sin_anp'))
    out = overlay('mexico', [anp], [boroughs, plans], '--area-id', 'ANP_ID', '--area-kind', '=nature_reserve', '--activity-kind', '=other')
    fids = fids_of(anp, 'ANP_ID')
    oracle.load(pg, 'anp', anp)
    n = 0
    for table, source in (('boroughs', boroughs), ('plans', plans)):
        oracle.load(pg, table, source)
        n += polygons(pg, f'Mexico, {table}', out, layer_name(source), layer_name(anp), 'anp', table, oracle.DENSIFIED_M, key=lambda area, zone: fids[area,])
    true(f'Mexico: there is something to compare ({n})', n > 50)


def xinjiang(pg):
    reserves, counties = SOURCE / 'testdata' / 'xinjiang' / '自然保护区_示意.geojson', shared('china-xinjiang-admin', 'derived_xinjiang_county.geojson')
    out = overlay('xinjiang', [reserves], [counties], '--activity-kind', '=other')
    oracle.load(pg, 'schematic', reserves)
    oracle.load(pg, 'counties', counties)
    fids = {i: fid for (i, zone), fid in fids_of(reserves, '编号', 'GNQ').items() if not zone}  # boundaries: the zones of one add up to it
    check('Xinjiang: boundaries', len(fids), 29)
    pairs, touched = oracle.ledger_pairs(rows, out, 'areas', layer_name(counties), layer_name(reserves), key=lambda area, zone: (fids[area], zone))
    whole, contacts = {}, {(county, area) for county, (area, _) in touched}
    for (county, (area, _)), m2 in pairs.items(): whole[county, area] = whole.get((county, area), 0) + m2
    theirs = {k: v for k, v in oracle.areas(pg, 'counties', 'schematic').items() if k[1] in fids.values()}
    n = oracle.compare_areas(true, 'Xinjiang', whole, contacts, theirs, oracle.DENSIFIED_M)
    true(f'Xinjiang: there is something to compare ({n})', n > 50)


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
        for case in (chile, congo, argentina, mexico, xinjiang, made_up):
            case(server)
except ServerMissing as e:
    print(e)
    sys.exit(1 if os.environ.get('CI') else 77)
done()
