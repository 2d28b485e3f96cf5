"""Real function zones that overlap each other and do not fit their reserve: findings with the true size, ground counted once.

Seven reserves of Mexico City, 227 zones in 21 spellings, laid with their boundaries into one layer (a boundary has no zone).
The oracle is GEOS by way of OGR on the whole reserves: unions and differences in longitude/latitude, areas in an equal-area projection.
"""
import json
from support import *
from osgeo import osr

FROM = 'mexico-cdmx-anp-zoning'
RESERVES = {14: 'Bosque_de_Tlalpan', 19: 'Cerro_de_la_Estrella', 6: 'Desierto_de_los_Leones', 25: 'Ejidos_de_Xochimilco',
            21: 'La_Loma', 16: 'Sierra_de_Guadalupe', 18: 'Sierra_de_Santa_Catarina'}
CORE = ('Proteccion Estricta', 'Zona de Proteccion Estricta', 'Protección', 'Zona de protección')
BUFFER = ('Proteccion con Uso Restringido', 'Protección con Uso Restringido', 'Zona de Recuperación', 'Recuperación', 'Restauracion',
          'Restauración Ecológica', 'Zona de Restauracion Ecologica')
lonlat = osr.SpatialReference(); lonlat.ImportFromEPSG(4326); lonlat.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
equal = osr.SpatialReference(); equal.ImportFromProj4('+proj=cea +lat_ts=0 +lon_0=-99 +a=6378137 +rf=298.257222101 +units=m')
to_equal = osr.CoordinateTransformation(lonlat, equal)


def m2(g):
    """Edges straight in longitude/latitude, cut to 0.002 degrees (about 200 m): off by at most 1 mm times the outline."""
    g = g.Clone(); g.Segmentize(0.002); g.Transform(to_equal)
    return g.GetArea(), 0.001 * g.Boundary().Length() + 0.01


def union(parts):
    all_parts = ogr.Geometry(ogr.wkbMultiPolygon)
    for p in parts:
        for i in range(p.GetGeometryCount()): all_parts.AddGeometry(p.GetGeometryRef(i))
    return all_parts.UnionCascaded()


def near(what, got, expected, bound):
    true(f'{what}: {got:.3f} m² and {expected:.3f} m² differ by no more than {bound:.3f}', abs(got - expected) <= bound)


zones_of, boundary_of = {}, {}
made = FOLDER / 'reserves.gpkg'
target = ogr.GetDriverByName('GPKG').CreateDataSource(str(made))
layer = target.CreateLayer('reserves', lonlat, ogr.wkbMultiPolygon)
for name, kind in (('id', ogr.OFTInteger), ('name', ogr.OFTString), ('zone', ogr.OFTString)): layer.CreateField(ogr.FieldDefn(name, kind))


def put(f, zone):
    g = f.GetGeometryRef().Clone(); g.FlattenTo2D()
    row = ogr.Feature(layer.GetLayerDefn())
    row['id'], row['name'] = f['ANP_ID'], f['NOMBRE']
    if zone: row['zone'] = zone
    row.SetGeometry(g); layer.CreateFeature(row)
    if not zone: boundary_of[f['ANP_ID']] = g
    else:
        word = 'core' if zone in CORE else 'buffer' if zone in BUFFER else zone
        zones_of.setdefault(f['ANP_ID'], {}).setdefault(word, []).append(g)


for number, name in RESERVES.items():
    ds = gdal.OpenEx(shared(FROM, f'Zon_{name}.geojson'))
    for f in ds.GetLayer(0): put(f, f['ZONIFICACION'])
ds = gdal.OpenEx(shared(FROM, 'anp_consolidada.geojson'))
for f in ds.GetLayer(0):
    if f['ANP_ID'] in RESERVES: put(f, None)
target = layer = None

out = FOLDER / 'mexico.gpkg'
maps = [x for words, to in ((CORE, 'core'), (BUFFER, 'buffer')) for w in words for x in ('--zone-map', f'{w}={to}')]
planning, boroughs = shared(FROM, 'zoonificacion_pgoedf_2000_sin_anp.geojson'), shared(FROM, 'alcaldias.geojson')
r = redline('overlay', '--areas', made, '--area-kind', '=nature_reserve', *maps, '--activities', planning, '--activities', boroughs, '--as-of', '2019-03-31', '-o', out)
check(f'exit status {r.stderr}', r.returncode, 0)

basemap = {}
for b in rows(out, 'SELECT area_id, zone, area_m2 FROM basemap'): basemap.setdefault(int(b['area_id']), {})[b['zone']] = b['area_m2']
found = {}
for f in rows(out, "SELECT code, feature, args FROM findings WHERE code LIKE 'basemap.%'"):
    at = found.setdefault(int(f['feature']), {}).setdefault(f['code'].split('.')[1], [])
    at.append(float(json.loads(f['args'])[1]))
check('reserves in force', sorted(basemap), sorted(RESERVES))
for number, name in RESERVES.items():
    boundary, zones = boundary_of[number], {z: union(g) for z, g in zones_of[number].items()}
    ground = union([p if p.GetGeometryName() == 'MULTIPOLYGON' else ogr.ForceToMultiPolygon(p) for p in zones.values()])
    whole, bound = m2(ground.Union(boundary))
    near(f'{name}: zones and gap are the ground, each m² once', sum(basemap[number].values()), whole, bound)
    gap, gap_bound = m2(boundary.Difference(ground))
    near(f'{name}: the gap', basemap[number].get('zone_gap', 0), gap, gap_bound)
    sizes = found.get(number, {})
    outside, outside_bound = m2(ground.Difference(boundary))
    twice = sum(m2(z)[0] for z in zones.values()) - m2(ground)[0]
    # Less than 1 m² is not reported, so each pair of zones may hide as much.
    pairs = len(zones) * (len(zones) - 1) / 2
    for code, size, slack in (('zone_gap', gap, gap_bound), ('zone_outside', outside, outside_bound), ('zone_overlap', twice, pairs + bound)):
        near(f'{name}: {code} as found', sum(sizes.get(code, [])), size, slack + 1)
true('Desierto de los Leones: 4.13 ha of zones on zones', abs(sum(found[6]['zone_overlap']) - 41300) < 50)

counts = {c['layer']: c for c in rows(out, 'SELECT layer, read, used, repaired, rejected FROM rows WHERE feature IS NULL')}
lost = [c for name, c in counts.items() if 'pgoedf' in name][0]
check('planning polygons read, rejected', (lost['read'], lost['rejected']), (534, 11))
ds = gdal.OpenEx(planning)
empty = [f.GetFID() for f in ds.GetLayer(0) if f.GetGeometryRef() is None or f.GetGeometryRef().IsEmpty()]
named = rows(out, "SELECT feature FROM rows WHERE rejected = 1 AND feature IS NOT NULL AND reason <> ''")
check('the empty ones are rows, each with its reason', sorted(int(n['feature'].rsplit(':', 1)[1]) for n in named), empty)
# Across reserves, too, an activity's ground counts once: boroughs on the union of all seven.
everything = union([ogr.ForceToMultiPolygon(g) for n in RESERVES for g in [*[z for zs in zones_of[n].values() for z in zs], boundary_of[n]]])
ds = gdal.OpenEx(boroughs)
totals = {t['source_fid']: t['overlap_total_m2'] for t in rows(out, f"SELECT source_fid, overlap_total_m2 FROM activity_areas WHERE activity_layer = '{ds.GetLayer(0).GetName()}'")}
check('boroughs', len(totals), 16)
for f in ds.GetLayer(0):
    g = f.GetGeometryRef().Clone()
    g = g if g.IsValid() else g.MakeValid(['METHOD=STRUCTURE'])
    expected, bound = m2(g.Intersection(everything))
    near(f'borough {f.GetFID()}', totals[f.GetFID()] or 0, expected, bound)
done()
