#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the demonstration workspace with OGR and GEOS alone: the counts of expected.csv (typed from the report), the published areas,
that reserves do not overlap, and that what only touches only touches. Prints what is wrong; status 1 if anything is."""
import argparse
import csv
import os
import sys
import tomllib

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from make.ellipsoid import polygon_area  # noqa: E402
from osgeo import gdal, ogr, osr  # noqa: E402

gdal.UseExceptions()
ogr.UseExceptions()
RIGHTS = {"mining_right", "exploration_right"}
faults = []


def expect(fine, text):
    if not fine:
        faults.append(text)


def reference(epsg):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


def attributes(feature):
    out = {}
    for i in range(feature.GetFieldCount()):
        definition = feature.GetFieldDefnRef(i)
        text = feature.GetFieldAsString(i) if feature.IsFieldSetAndNotNull(i) else ""
        out[definition.GetName()] = text.replace("/", "-") if definition.GetType() in (ogr.OFTDate, ogr.OFTDateTime) else text
    return out


def valid(geometry):
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return geometry.IsValid()
    finally:
        gdal.PopErrorHandler()


def read(folder, layer):
    """(attributes, geometry in EPSG:4490) of every feature of one layer of redline.toml. What is not valid is made so; the remark of
    the one right that crosses itself on purpose says so."""
    options = ["ENCODING=" + layer["encoding"]] if "encoding" in layer else []
    fields = layer.get("fields", {})
    if "x" in fields:
        options += ["X_POSSIBLE_NAMES=" + fields["x"], "Y_POSSIBLE_NAMES=" + fields["y"], "KEEP_GEOM_COLUMNS=YES"]
    dataset = gdal.OpenEx(os.path.join(folder, layer["source"]), gdal.OF_VECTOR, open_options=options)
    source = dataset.GetLayer(0)
    srs, turn = source.GetSpatialRef(), None
    if srs is not None and srs.IsProjected():
        srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        turn = osr.CoordinateTransformation(srs, reference(4490))
    for feature in source:
        geometry = feature.GetGeometryRef().Clone()
        if turn:
            geometry.Transform(turn)
        values = attributes(feature)
        if geometry.GetDimension() == 2 and not valid(geometry):
            expect("自相交" in values.get("备注", ""), f"{layer['name']} {values}: not valid")
            geometry = geometry.MakeValid()
        yield values, geometry


def kind_of(layer, values):
    field = layer.get("fields", {}).get("kind")
    return layer["kind_map"][values[field]] if field else layer["kind"]


def rings_of(geometry):
    """Areas of all parts on the ellipsoid."""
    parts = [geometry] if geometry.GetGeometryType() == ogr.wkbPolygon else [geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
    return [[[p.GetGeometryRef(i).GetPoint_2D(j) for j in range(p.GetGeometryRef(i).GetPointCount() - 1)]
             for i in range(p.GetGeometryCount())] for p in parts]


def area_m2(geometry):
    return sum(polygon_area(rings) for rings in rings_of(geometry))


class Area:
    def __init__(self, layer, values):
        fields = layer["fields"]
        self.layer, self.kind = layer["name"], layer["kind"]
        self.id, self.name = values[fields["id"]], values[fields["name"]]
        self.zones, self.values = {}, values  # zone word -> geometry; "" is the boundary

    def prepare(self):
        zoned = [z for z in self.zones if z]
        if not zoned:
            self.zones["unzoned" if self.kind == "nature_reserve" else "none"] = self.zones[""]
        if "" not in self.zones:
            whole = self.zones[zoned[0]]
            for z in zoned[1:]:
                whole = whole.Union(self.zones[z])
            self.zones[""] = whole
        self.envelope = self.zones[""].GetEnvelope()


def read_areas(folder, layers):
    areas = {}
    for layer in layers:
        zone_field, zone_map = layer["fields"].get("zone"), layer.get("zone_map", {})
        for values, geometry in read(folder, layer):
            area = Area(layer, values)
            area = areas.setdefault((layer["name"], area.id), area)
            zone = zone_map.get(values[zone_field], values[zone_field]) if zone_field else ""
            expect(zone not in area.zones, f"{area.name} {zone}: twice")
            area.zones[zone] = geometry
    for area in areas.values():
        area.prepare()
    return list(areas.values())


def shared(a, b):
    """Whether two geometries share more than a boundary: area for areas, length for lines, the place for points."""
    return a.Intersects(b) and not a.Touches(b)


def apart(e, f):
    return e[0] > f[1] or f[0] > e[1] or e[2] > f[3] or f[2] > e[3]


class Hit:
    def __init__(self, activity, kind, values, area, zones, contact):
        self.activity, self.kind, self.values, self.area, self.zones, self.contact = activity, kind, values, area, zones, contact


def overlay(folder, layers, areas):
    hits = []
    for layer in layers:
        for number, (values, geometry) in enumerate(read(folder, layer)):
            envelope = geometry.GetEnvelope()
            for area in areas:
                if apart(envelope, area.envelope) or not geometry.Intersects(area.zones[""]):
                    continue
                contact = not shared(geometry, area.zones[""])
                zones = [z for z, g in area.zones.items() if z and shared(geometry, g)]
                hits.append(Hit((layer["name"], number), kind_of(layer, values), values, area, zones, contact))
    return hits


def holds(values, conditions):
    """FIELD=VALUE, FIELD!=VALUE, FIELD<VALUE, FIELD>=VALUE, joined with ';'. Days compare as text."""
    for condition in filter(None, conditions.split(";")):
        for operator in ("!=", ">=", "<", "="):
            if operator in condition:
                field, wanted = condition.split(operator, 1)
                break
        if field not in values:
            return False
        value = values[field]
        if not {"!=": value != wanted, ">=": value >= wanted, "<": value < wanted, "=": value == wanted}[operator]:
            return False
    return True


def count(row, hits):
    kinds = None if row["activity_kind"] == "*" else set(row["activity_kind"].split("+"))
    found = [h for h in hits if not h.contact and (kinds is None or h.kind in kinds) and holds(h.values, row["where"])
             and (row["reserve_id"] == h.area.id or (row["reserve_id"] == "*" and h.area.kind == "nature_reserve"))
             and (row["zone"] == "*" or row["zone"] in h.zones)]
    return len({h.activity for h in found} if row["of"] == "activities" else {h.area.id for h in found})


def check_counts(expected, areas, hits):
    names = {a.id: a.name for a in areas}
    for row in expected:
        if row["reserve_id"] != "*":
            expect(names.get(row["reserve_id"]) == row["reserve"], f"{row['reserve_id']}: is {names.get(row['reserve_id'])}, not {row['reserve']}")
        n = count(row, hits)
        expect(n == int(row["count"]), f"item {row['item']}: {row['reserve']} {row['activity_kind']} {row['zone']} {row['where']}: "
                                       f"{n}, the report says {row['count']}")


def check_areas(areas):
    reserves = [a for a in areas if a.kind == "nature_reserve"]
    expect(len(reserves) == 29, f"{len(reserves)} reserves, not 29")
    for area in reserves:
        declared = area.values["BHQMJ_HA"]
        if declared:
            share = area_m2(area.zones[""]) / (float(declared) * 1e4)
            expect(abs(share - 1) < 1e-3, f"{area.name}: {share:.5f} of the published area")
        zoned = {z: g for z, g in area.zones.items() if z not in ("", "unzoned")}
        if zoned:
            total = sum(area_m2(g) for g in zoned.values())
            expect(abs(total / area_m2(area.zones[""]) - 1) < 1e-9, f"{area.name}: zones do not make up the whole")
    for i, a in enumerate(reserves):
        for b in reserves[i + 1:]:
            if not apart(a.envelope, b.envelope):
                expect(not shared(a.zones[""], b.zones[""]), f"{a.name} overlaps {b.name}")
    check_zone_areas({a.id: a for a in reserves})


def check_zone_areas(by_id):
    for reserve, hectares in (("lop-nur", (1310000, 1640000, 3170000)), ("ganjiahu", (6455, 25935, 22277)),
                              ("wenquan-salamander", (100, 394.5, 200))):
        for zone, wanted in zip(("core", "buffer", "experimental"), hectares):
            share = area_m2(by_id[reserve].zones[zone]) / (wanted * 1e4)
            expect(abs(share - 1) < 1e-3, f"{reserve} {zone}: {share:.5f} of the published area")
    border = by_id["altun-mountain"].zones[""].Boundary().Intersection(by_id["middle-kunlun"].zones[""].Boundary())
    expect(sum(g.Length() for g in (border.GetGeometryRef(i) for i in range(border.GetGeometryCount()))) > 0.1,
           "阿尔金山 and 中昆仑 share no border")


def check_register(areas):
    """The reserves of the register that the program carries, each drawn with its area and zoned only if the register says so."""
    path = os.path.join(HERE, "..", "..", "layers", "workspace", "register.csv")
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8-sig") as f:
        register = {row["reserve_id"]: row for row in csv.DictReader(f)}
    drawn = {a.id: a for a in areas if a.kind == "nature_reserve"}
    expect(set(drawn) == set(register), f"drawn and registered differ: {set(drawn) ^ set(register)}")
    for reserve in set(drawn) & set(register):
        row, area = register[reserve], drawn[reserve]
        expect(float(row["area_ha"] or 0) == float(area.values["BHQMJ_HA"] or 0), f"{reserve}: the register says {row['area_ha']} ha")
        expect(("core" in area.zones) == (row["zoned"] == "true"), f"{reserve}: zoned is {row['zoned']} in the register")


def check_words(folder, layers):
    """示意，非法定边界 in every feature of every layer of boundaries, and in the layer itself where its format has room."""
    for source in sorted({l[key] for l in layers for key in ("source", "coverage")}):
        dataset = gdal.OpenEx(os.path.join(folder, source), gdal.OF_VECTOR)
        layer = dataset.GetLayer(0)
        expect(all("示意，非法定边界" in (f["备注"] or "") for f in layer), f"{source}: a feature does not say that it is schematic")
        expect(not source.endswith(".geojson") or layer.GetMetadataItem("DESCRIPTION") == "示意，非法定边界", f"{source}: the layer does not say so")


def check_coverage(folder, layers, areas):
    for layer in layers:
        (_, ground), = read(folder, {"source": layer["coverage"], "name": "coverage"})
        for area in areas:
            expect(area.layer != layer["name"] or ground.Contains(area.zones[""]), f"{area.name}: outside the coverage of {layer['name']}")


def check_sizes(folder, layers):
    """Areas the report gives for facilities, m2: (layer, field, values, total, tolerance)."""
    for name, field, values, wanted, tolerance in (
            ("旅游设施", "备注", {"17处合计19199平方米"}, 19199, 1), ("旅游设施", "备注", {"560平方米"}, 560, 0.5),
            ("人类活动点", "备注", {"4处合计1060平方米"}, 1060, 1), ("罗布泊采矿点", "备注", {"29处合计12.7平方公里"}, 12.7e6, 1e3),
            ("罗布泊采矿点", "名称", {"裤子山饰面石材花岗岩矿"}, 103500, 30), ("人类活动点", "备注", {"名佳煤矿，破坏草地860亩"}, 860 * 2000 / 3, 1)):
        layer = next(l for l in layers if l["name"] == name)
        total = sum(area_m2(g) for v, g in read(folder, layer) if v[field] in values)
        expect(abs(total - wanted) <= tolerance, f"{name} {values}: {total:.2f} m2, not {wanted:.2f}")


def check_contacts(folder, layers, hits):
    marked, crossing = set(), 0
    for layer in layers:
        for number, (values, _) in enumerate(read(folder, layer)):
            if "边界相接" in values.get("备注", ""):
                marked.add((layer["name"], number))
    contacts = {h.activity for h in hits if h.contact and h.area.kind == "nature_reserve"}
    overlaps = {h.activity for h in hits if not h.contact and h.area.kind == "nature_reserve"}
    expect(marked == contacts, f"{len(marked)} activities say that they touch, {len(contacts)} do")
    expect(not marked & overlaps, "an activity that should only touch overlaps a reserve")
    crossing = sum(len(h.zones) > 1 for h in hits if h.area.kind == "nature_reserve")
    expect(crossing >= 5, f"only {crossing} activities lie across a zone border")


def check_dates(folder, layers, hits):
    """New or renewed since 2013 and until August 2017 (item 15): so is every right that says so, and in reserves no other."""
    inside = {h.activity for h in hits if not h.contact and h.area.kind == "nature_reserve"}
    for layer in layers:
        if layer.get("kind") not in RIGHTS:
            continue
        for number, (values, _) in enumerate(read(folder, layer)):
            granted, claimed = values["签发时间"], values["自2013起"] == "是"
            expect(not claimed or "2013-01-01" <= granted < "2017-08-01", f"{values['许可证号']}: granted {granted}")
            expect(claimed or (layer["name"], number) not in inside or granted < "2013-01-01", f"{values['许可证号']}: not counted, granted {granted}")
            expect(not claimed or (layer["name"], number) in inside, f"{values['许可证号']}: counted, but in no reserve")


def main(folder):
    with open(os.path.join(HERE, "redline.toml"), "rb") as f:
        layers = tomllib.load(f)["layer"]
    with open(os.path.join(HERE, "expected.csv"), encoding="utf-8") as f:
        expected = list(csv.DictReader(f))
    activities = [l for l in layers if l["role"] == "activities"]
    area_layers = [l for l in layers if l["role"] == "areas"]
    areas = read_areas(folder, area_layers)
    hits = overlay(folder, activities, areas)
    check_counts(expected, areas, hits)
    check_areas(areas)
    check_register(areas)
    check_coverage(folder, area_layers, areas)
    check_words(folder, area_layers)
    check_sizes(folder, activities)
    check_contacts(folder, activities, hits)
    check_dates(folder, activities, hits)
    for fault in faults:
        print(fault)
    print(f"{len(expected)} expected counts, {len(areas)} areas, {len(hits)} hits, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=HERE)
    sys.exit(main(parser.parse_args().data))
