# SPDX-License-Identifier: Apache-2.0
"""restoration.py PROJECT.qgz GROUND.gpkg FOLDER: the picture of restoration in time, drawn by QGIS from a project that `redline qgis
--restoration` has written: sites by stage in one reserve, and the ground of one site, on three days. Started by `./run pictures`."""
import os
import pathlib
import sys

from PIL import Image, ImageDraw, ImageFont
from PyQt5.QtCore import QDate, QDateTime, QSize, QTime
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsDateTimeRange, QgsMapSettings, QgsProject,
                       QgsRectangle, QgsSettings, QgsVectorLayer)

from drawing import drawn

DAYS = ("2016-06-30", "2018-08-31", "2019-03-31")
WIDTH, HEIGHT, CAPTION, RESERVE, SITE = 400, 360, 30, "lop-nur", "示例治理点3"
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"


def moment(project, layers, box, day):
    s = QgsMapSettings()
    s.setLayers(layers)
    s.setFlag(QgsMapSettings.Antialiasing)
    s.setOutputSize(QSize(WIDTH, HEIGHT))
    s.setOutputDpi(96)
    s.setDestinationCrs(project.crs())
    s.setExtent(QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4490"), project.crs(), project).transformBoundingBox(box))
    date = QDate.fromString(day, "yyyy-MM-dd")
    s.setIsTemporal(True)
    s.setTemporalRange(QgsDateTimeRange(QDateTime(date, QTime(0, 0)), QDateTime(date, QTime(23, 59))))
    return drawn(s)


def box_of(ground, name, condition, margin):
    layer = QgsVectorLayer(f"{ground}|layername={name}|subset={condition}", name, "ogr")
    box = layer.extent()
    grow = margin * max(box.width(), box.height(), 1e-4)
    return QgsRectangle(box.xMinimum() - grow, box.yMinimum() - grow, box.xMaximum() + grow, box.yMaximum() + grow)


def site_box(ground):
    layer = QgsVectorLayer(f"{ground}|layername=restoration_sites|subset=\"site\" = '{SITE}'", "site", "ogr")
    p = next(layer.getFeatures()).geometry().asPoint()
    return QgsRectangle(p.x() - .0036, p.y() - .0025, p.x() + .0036, p.y() + .0025)


def main(path, ground, folder):
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    QgsSettings().setValue("qgis/walForSqlite3", False)
    project = QgsProject.instance()
    project.read(path)
    wanted = [m for m in project.mapThemeCollection().mapThemeVisibleLayers("全部图层")
              if "restoration" in m.id() or "basemap_nature_reserve" in m.id()]
    rows = [(wanted, box_of(ground, "restoration_sites", f"\"reserve_id\" = '{RESERVE}'", .12)), (wanted, site_box(ground))]
    sheet = Image.new("RGB", (3 * WIDTH + 4, 2 * HEIGHT + CAPTION + 4), "white")
    font, pen = ImageFont.truetype(FONT, 19), ImageDraw.Draw(sheet)
    piece = str(pathlib.Path(folder) / "moment.png")
    for i, day in enumerate(DAYS):
        pen.text((i * (WIDTH + 2) + 8, 2), day, font=font, fill="black")
        for j, (layers, box) in enumerate(rows):
            moment(project, layers, box, day).save(piece)
            sheet.paste(Image.open(piece).convert("RGB"), (i * (WIDTH + 2), CAPTION + j * (HEIGHT + 2)))
    os.unlink(piece)
    out = str(pathlib.Path(folder) / "restoration.png")
    sheet.quantize(160, dither=Image.Dither.NONE).save(out, optimize=True)
    os._exit(0)  # QGIS 3.22 may crash while it takes itself down


if __name__ == "__main__":
    main(*sys.argv[1:])
