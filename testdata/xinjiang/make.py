#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the data of the demonstration workspace into a directory (default: beside this file). Standard library and GDAL's Python
bindings only; the same bytes on every run of one Debian release."""
import argparse
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from make import areas, exploration, facilities, formats, mining, reserves, restoration  # noqa: E402
from make.place import Region  # noqa: E402
from osgeo import ogr  # noqa: E402

RED_LINE_FIELDS = [(n, ogr.OFTReal if n == "TBMJ" else ogr.OFTString, 0, 0) for n in ("HXBM", "HXMM", "HXLX", "LXBM", "TBMJ", "示意", "备注")]


def main(out):
    os.makedirs(out, exist_ok=True)

    def path(name):
        target = os.path.join(out, name)
        for old in [target] + [target[:-4] + e for e in (".shx", ".dbf", ".prj", ".cpg")] * target.endswith(".shp"):
            if os.path.exists(old):
                os.remove(old)
        return target

    def geojson(name, features):
        formats.geojson(path(name + ".geojson"), name, features, areas.NOTE if name.endswith("_示意") else "")

    drawn = reserves.draw_reserves()
    regions = {r.id: Region([r.ring]) for r in drawn.values()}
    coverage = Region([areas.XINJIANG])
    scenic = list(areas.scenic_features())
    geojson("新疆范围_示意", areas.coverage_features())
    geojson("自然保护区_示意", ((a, "Polygon", rings) for a, rings in reserves.features(drawn)))
    geojson("风景名胜区_示意", scenic)
    geojson("水源保护区_示意", areas.water_features())
    formats.flatgeobuf(path("生态保护红线_示意.fgb"), RED_LINE_FIELDS, areas.red_lines(drawn, coverage))
    formats.shapefile_gbk(path("矿权_采矿权.shp"), 4490, mining.FIELDS, mining.mining_rights(regions, coverage))
    geojson("矿权_探矿权", exploration.exploration_rights(drawn, regions, coverage))
    formats.shapefile_gbk(path("罗布泊_采矿点.shp"), facilities.SITE_EPSG, facilities.SITE_FIELDS, facilities.mine_sites(drawn))
    formats.csv(path("油井.csv"), facilities.oil_wells(regions, coverage))
    geojson("能源设施", facilities.energy_facilities(regions))
    geojson("旅游设施", facilities.tourism_facilities(drawn, regions))
    geojson("人类活动点", facilities.human_activities(drawn, regions, Region(scenic[3][2])))
    geojson("线性工程", facilities.linear_infrastructure())
    os.makedirs(os.path.join(out, "restoration"), exist_ok=True)
    formats.geojson(path("restoration/治理图斑_示例.geojson"), "治理图斑_示例", restoration.restoration_polygons({i: r.name for i, r in drawn.items()}, regions),
                    restoration.NOTE)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=os.path.dirname(os.path.abspath(__file__)))
    main(parser.parse_args().out)
