# SPDX-License-Identifier: Apache-2.0
"""Writes the layers. GeoJSON and CSV are written here, one feature a line, so that a change shows as a change of lines;
Shapefile and FlatGeobuf are written by GDAL with everything that depends on the day switched off."""
import json
import os

from osgeo import gdal, ogr, osr

from .place import polygon

gdal.UseExceptions()
ogr.UseExceptions()
DBF_DATE = "2019-03-31"


def number(value):
    return float(repr(value))


def ring_out(ring, outer):
    """Closed, outer rings counter-clockwise, holes clockwise (RFC 7946)."""
    turn = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]))
    ring = ring if (turn < 0) == outer else ring[::-1]
    return [[number(x), number(y)] for x, y in ring + ring[:1]]


def polygon_out(rings):
    return [ring_out(r, i == 0) for i, r in enumerate(rings)]


def geometry_out(kind, value):
    if kind == "Polygon":
        return {"type": kind, "coordinates": polygon_out(value)}
    if kind == "MultiPolygon":
        return {"type": kind, "coordinates": [polygon_out(p) for p in value]}
    if kind == "LineString":
        return {"type": kind, "coordinates": [list(p) for p in value]}
    return {"type": kind, "coordinates": list(value)}


def geojson(path, name, features, description=""):
    """features: (attributes, kind, coordinates). GDAL shows the description as metadata of the layer."""
    lines = [json.dumps({"type": "Feature", "properties": a, "geometry": geometry_out(k, v)}, ensure_ascii=False, separators=(",", ":"))
             for a, k, v in features]
    crs = '{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}}'
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        about = '"description":%s,' % json.dumps(description, ensure_ascii=False) if description else ""
        f.write('{"type":"FeatureCollection","name":%s,%s"crs":%s,"features":[\n' % (json.dumps(name, ensure_ascii=False), about, crs))
        f.write(",\n".join(lines) + "\n]}\n")


def csv(path, rows):
    """With a byte order mark, as spreadsheets write it."""
    with open(path, "w", encoding="utf-8-sig", newline="") as f:
        f.write(",".join(rows[0].keys()) + "\r\n")
        for row in rows:
            f.write(",".join("" if v is None else str(v) for v in row.values()) + "\r\n")


def reference(epsg):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def ogr_layer(path, driver, epsg, fields, rows, options):
    """fields: (name, type, width, precision); rows: (values, ring)."""
    dataset = ogr.GetDriverByName(driver).CreateDataSource(path)
    name = os.path.splitext(os.path.basename(path))[0]
    layer = dataset.CreateLayer(name, reference(epsg), ogr.wkbPolygon, options)
    for field, kind, width, precision in fields:
        definition = ogr.FieldDefn(field, kind)
        definition.SetWidth(width)
        definition.SetPrecision(precision)
        layer.CreateField(definition)
    for values, ring in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for i, value in enumerate(values):
            if value not in (None, ""):
                feature.SetField(i, value)
        feature.SetGeometry(polygon([ring]))
        layer.CreateFeature(feature)
    layer = dataset = None


def shapefile_gbk(path, epsg, fields, rows):
    """GBK text, no .cpg beside it and no language byte in the .dbf: the reader is on its own."""
    ogr_layer(path, "ESRI Shapefile", epsg, fields, rows, ["ENCODING=GBK", "DBF_DATE_LAST_UPDATE=" + DBF_DATE])
    os.remove(os.path.splitext(path)[0] + ".cpg")


def flatgeobuf(path, fields, rows):
    ogr_layer(path, "FlatGeobuf", 4490, fields, rows, ["SPATIAL_INDEX=YES"])
