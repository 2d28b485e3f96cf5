"""Real licences on real reserves: 317 pairs by independent count, and each area against GEOS run by OGR on the same data."""
from support import *
from osgeo import osr

reserves = shared('drc-protected-areas', 'Conservation', 'RDC_aire_protegee_2013.shp')
licences = shared('drc-mining-licences', 'Licences_3.geojson')
out = FOLDER / 'drc.gpkg'
r = redline('overlay', '--areas', reserves, '--activities', licences, '--activity-kind', '=采矿权', '--as-of', '2019-03-31', '-o', out)
check('exit status', r.returncode, 0)
check('pairs', rows(out, "SELECT count(*) AS n FROM conflicts WHERE certainty <> 'contact'")[0]['n'], 317)
check('reserves met', rows(out, "SELECT count(DISTINCT area_id) AS n FROM conflicts WHERE certainty <> 'contact'")[0]['n'], 26)
check('licences met', rows(out, "SELECT count(DISTINCT activity_id) AS n FROM conflicts WHERE certainty <> 'contact'")[0]['n'], 301)

# The oracle: OGR/GEOS intersections of whole polygons, without cells, areas in an equal-area projection.
wgs = osr.SpatialReference(); wgs.ImportFromEPSG(4326); wgs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
albers = osr.SpatialReference(); albers.ImportFromProj4('+proj=cea +lon_0=22 +lat_ts=0 +ellps=WGS84')
source = gdal.OpenEx(reserves); layer = source.GetLayer(0); srs = layer.GetSpatialRef(); srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
to_lonlat, to_albers = osr.CoordinateTransformation(srs, wgs), osr.CoordinateTransformation(wgs, albers)
ground = []
for f in layer:
    g = f.GetGeometryRef().Clone(); g.Segmentize(1000); g.Transform(to_lonlat)
    ground.append((f'RDC_aire_protegee_2013:{f.GetFID()}', g if g.IsValid() else g.MakeValid(['METHOD=STRUCTURE']), g.GetEnvelope()))
got = {(c['activity_id'], c['area_id']): c['overlap_m2'] for c in rows(out, "SELECT * FROM conflicts WHERE certainty <> 'contact'")}
seen, bound = {}, {}
rights = gdal.OpenEx(licences)  # kept: a layer dies with its dataset
for f in rights.GetLayer(0):
    a = f.GetGeometryRef(); ea = a.GetEnvelope()
    for area_id, g, eg in ground:
        if ea[0] > eg[1] or eg[0] > ea[1] or ea[2] > eg[3] or eg[2] > ea[3] or not a.Intersects(g):
            continue
        i = a.Intersection(g); m2 = 0.0
        if i.GetDimension() == 2:
            # The projection keeps areas; densified, an edge straight in longitude/latitude stays what it is.
            i.Segmentize(0.002); i.Transform(to_albers); m2 = i.GetArea()
        if m2 > 1e-3:
            seen[f'Licences_3:{f.GetFID()}', area_id] = m2
            bound[f'Licences_3:{f.GetFID()}', area_id] = 1 + 0.01 * i.Boundary().Length()
check('the same pairs as the oracle', sorted(got), sorted(seen))
# Here edges straight in the reserves' projection may bow by 1 cm: 0.01 m times the outline, and 1 m² for small pieces.
worst = max((abs(got[k] - seen[k]) - bound[k] for k in got if k in seen), default=0)
true(f'areas agree with the oracle (worst excess {worst:.3f} m²)', worst <= 0)
true('and in sum within a millionth', abs(sum(got.values()) - sum(seen.values())) < 1e-6 * sum(seen.values()))
done()
