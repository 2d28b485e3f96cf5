# SPDX-License-Identifier: Apache-2.0
"""make.py LEDGER FOLDER: draws the pictures of the guides from the demonstration ledger with QGIS, without a screen.

Needs Debian's python3-qgis, qgis-providers and fonts-noto-cjk: `./run pictures` installs them and calls this."""
import pathlib
import sys

from qgis.core import QgsApplication, QgsProject, QgsRectangle, QgsSettings

from layers import (activities, area_names, area_outlines, conflict_points, overlap_labels, overlaps, places_to_drive_to, red_lines,
                    region, zones)
from sheet import Sheet

ALBERS = "+proj=aea +lat_1=36 +lat_2=47 +lat_0=42 +lon_0=85 +ellps=GRS80 +units=m +no_defs +type=crs"  # equal areas for the region


def local(lon):
    return f"+proj=tmerc +lon_0={lon} +x_0=500000 +ellps=GRS80 +units=m +no_defs +type=crs"


def whole_region(ledger, out):
    sheet = Sheet("新疆自然保护区内的活动与建议结论（演示，2019-03-31）", ALBERS, width_mm=250, height_mm=168)
    sheet.add(region(ledger), "新疆范围（示意）")
    sheet.add(red_lines(ledger), "生态保护红线")
    sheet.add(zones(ledger, "area_kind = 'nature_reserve'"), "自然保护区（功能区）")
    sheet.add(conflict_points(ledger, size=1.3), "有重叠的活动（最严的建议结论）")
    sheet.add(area_names(ledger), None)
    sheet.save(out / "region.png", QgsRectangle(73.3, 35.2, 96.0, 48.8), scale_km=200)


def one_reserve(ledger, out):
    sheet = Sheet("罗布泊野骆驼自然保护区内的活动与建议结论（演示，2019-03-31）", local(91.2), width_mm=250, height_mm=190)
    sheet.add(red_lines(ledger), "生态保护红线")
    sheet.add(zones(ledger, "area_id = 'lop-nur'"), "功能区")
    sheet.add(conflict_points(ledger, size=2.6, where="area_id = 'lop-nur'"), "有重叠的活动（最严的建议结论）")
    sheet.save(out / "reserve.png", QgsRectangle(88.75, 38.55, 93.75, 42.55), scale_km=50)


def one_conflict(ledger, out):
    right = "activity_id = 'C6500002009023110000457'"
    overlap = right + " AND area_kind = 'nature_reserve'"
    sheet = Sheet("一处重叠：采矿权“托克逊盐矿”部分位于实验区（演示，2019-03-31）", local(90), width_mm=250, height_mm=150)
    sheet.add(zones(ledger, "area_id = 'lop-nur'"), "罗布泊自然保护区功能区")
    sheet.add(activities(ledger, right), "采矿权范围")
    sheet.add(overlaps(ledger, overlap), "重叠部分")
    sheet.add(area_outlines(ledger, "area_id = 'lop-nur'"), "保护区边界")
    sheet.add(places_to_drive_to(ledger, overlap), "现场核查点（lon、lat）")
    sheet.add(overlap_labels(ledger, overlap), None)
    extent = activities(ledger, right).extent()
    extent.grow(0.35 * max(extent.width(), extent.height()))
    sheet.save(out / "conflict.png", extent, scale_km=1)


def main(ledger, folder):
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    QgsSettings().setValue("qgis/walForSqlite3", False)  # leave the ledger's bytes alone
    for draw in (whole_region, one_reserve, one_conflict):
        draw(ledger, pathlib.Path(folder))
        QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
