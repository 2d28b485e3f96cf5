"""PostGIS as a second opinion on a ledger: the same layers, the same pairs, the same areas.

`load` brings a layer into PostGIS in longitude/latitude, repaired by the same published method (structure). `areas` and
`points` are the pairs by PostGIS: whole geometries, no cells, no ladder. Areas are taken in a cylindrical equal-area
projection on the CGCS2000 ellipsoid, outlines densified to 0.002 degrees there: an edge straight in longitude/latitude
is then off by at most h²/8 · R = 1 mm, so an area by at most 1 mm times its outline. (ST_Area of a geography would not do:
its edges are geodesics, which bow by metres on a licence of some kilometres.)
"""
from osgeo import gdal

LONLAT = '+proj=longlat +a=6378137 +rf=298.257222101 +no_defs'
EQUAL_AREA = '+proj=cea +lat_ts=0 +a=6378137 +rf=298.257222101 +units=m +no_defs'
DENSIFIED_M = 0.001
CONTACT_WIDTH_M = 1e-5  # the contract: a strip narrower than this is a contact and no conflict


def load(pg, table, source, layer=None, straight_in_source=False, own_fids=True):
    """straight_in_source: a projected layer, whose edges are cut to 1 km in its own projection first. own_fids: not, where some are there twice."""
    more = {'segmentizeMaxDist': 1000} if straight_in_source else {}
    gdal.SetConfigOption('PG_USE_COPY', 'YES')
    ds = gdal.OpenEx(str(source), gdal.OF_VECTOR)
    gdal.VectorTranslate(pg.dsn, ds, format='PostgreSQL', layers=layer or ds.GetLayer(0).GetName(), layerName=f'{table}_raw', selectFields=[],
                         dstSRS='EPSG:4326', geometryType='PROMOTE_TO_MULTI', options=['-preserve_fid'] if own_fids else [],
                         layerCreationOptions=['GEOMETRY_NAME=geom', 'FID=fid', 'SPATIAL_INDEX=NONE', 'UNLOGGED=YES'], **more)
    pg.sql(f'''CREATE UNLOGGED TABLE {table} AS SELECT fid, CASE WHEN ST_IsValid(geom) THEN geom
                 ELSE ST_MakeValid(geom, 'method=structure keepcollapsed=false') END AS geom FROM {table}_raw WHERE NOT ST_IsEmpty(geom);
               CREATE INDEX ON {table} USING gist(geom); ANALYZE {table}''')


def areas(pg, activities, ground):
    """{(activity fid, area fid): (m², length of the outline in m)} of pairs that share ground, however little."""
    found = pg.sql(f'''
      WITH p AS MATERIALIZED (SELECT a.fid AS a, g.fid AS g, ST_CollectionExtract(ST_Intersection(a.geom, g.geom), 3) AS i
                              FROM {activities} a JOIN {ground} g ON ST_Intersects(a.geom, g.geom)),
           m AS MATERIALIZED (SELECT a, g, ST_Transform(ST_Segmentize(ST_SetSRID(i, 0), 0.002), '{LONLAT}', '{EQUAL_AREA}') AS e,
                                     ST_Perimeter(ST_SetSRID(i, 4326)::geography) AS outline FROM p WHERE NOT ST_IsEmpty(i))
      SELECT a, g, ST_Area(e), outline FROM m WHERE ST_Area(e) > 0''')
    return {(int(a), int(g)): (float(m2), float(outline)) for a, g, m2, outline in found}


def points(pg, activities, ground):
    return {(int(a), int(g)) for a, g in
            pg.sql(f'SELECT DISTINCT a.fid, g.fid FROM {activities} a JOIN {ground} g ON ST_Intersects(a.geom, g.geom)')}


def mean_width(m2, outline):
    """2A/P: the width of a strip, and for any polygon at most the diameter of the largest circle inside."""
    return 2 * m2 / outline if outline else 0


def by_fid(area_id, zone):
    return int(area_id.rsplit(':', 1)[1])


def ledger_pairs(rows, ledger, kind, layer, area_layer, key=by_fid):
    """{(activity fid, area fid): m²} of a ledger, and its contacts apart. `key` makes the area's fid of its id and zone."""
    found = rows(ledger, f"""SELECT p.source_fid AS a, c.area_id AS g, c.zone AS zone, c.overlap_m2 AS m2, c.certainty AS certainty
      FROM conflicts c JOIN activity_{kind} p ON p.activity_layer = c.activity_layer AND p.activity_id = c.activity_id
      AND p.occurrence = c.occurrence WHERE c.activity_layer = '{layer}' AND c.area_layer = '{area_layer}'""")
    pairs = {(r['a'], key(r['g'], r['zone'])): r['m2'] for r in found if r['certainty'] != 'contact'}
    return pairs, {(r['a'], key(r['g'], r['zone'])) for r in found if r['certainty'] == 'contact'}


def compare_areas(true, what, pairs, contacts, oracle, edge_m):
    """Every pair of one side only is thinner than a contact; each area agrees within edge_m times the outline."""
    only_there = {k: v for k, v in oracle.items() if k not in pairs}
    thick = {k: v for k, v in only_there.items() if mean_width(*v) >= CONTACT_WIDTH_M}
    true(f'{what}: no pair of PostGIS is missing, {len(only_there)} thinner than a contact, unexplained {sorted(thick.items())[:5]}', not thick)
    true(f'{what}: those thin ones stand as contacts', set(only_there) <= contacts)
    extra = {k: m2 for k, m2 in pairs.items() if k not in oracle}
    true(f'{what}: no pair that PostGIS does not see ({sorted(extra.items())[:5]})', not extra)
    excess = {k: abs(pairs[k] - m2) - edge_m * outline - 1e-3 for k, (m2, outline) in oracle.items() if k in pairs}
    worst = max(excess, key=excess.get, default=None)
    true(f'{what}: areas agree (worst {worst}: {excess.get(worst)} m² over the bound)', worst is None or excess[worst] <= 0)
    return len(pairs)
