# SPDX-License-Identifier: Apache-2.0
"""project.py PROJECT.qgz FOLDER: the pictures of docs/qgis.md, drawn by QGIS from a project that `redline qgis` has written: the
first view, a sheet of a conflict, a sheet of a reserve. Started by `./run pictures`."""
import os
import pathlib
import sys

from PIL import Image
from PyQt5.QtCore import QSize
from qgis.core import QgsApplication, QgsLayoutExporter, QgsMapSettings, QgsProject, QgsRectangle, QgsSettings

from drawing import drawn


def save(image, path):
    image.save(str(path))
    Image.open(path).convert("RGB").quantize(200, dither=Image.Dither.NONE).save(path, optimize=True)


def first_view(project, path):
    s = QgsMapSettings()
    s.setLayers(project.mapThemeCollection().mapThemeVisibleLayers("全部图层"))
    s.setOutputSize(QSize(1200, 830))
    s.setOutputDpi(100)
    s.setDestinationCrs(project.crs())
    s.setExtent(QgsRectangle(project.viewSettings().defaultViewExtent()))
    save(drawn(s), path)


def sheet(project, name, is_wanted, path):
    layout = project.layoutManager().layoutByName(name)
    atlas = layout.atlas()
    atlas.beginRender()
    for i in range(atlas.count()):
        atlas.seekTo(i)
        if is_wanted(layout.createExpressionContext().variable("atlas_feature")):
            break
    save(QgsLayoutExporter(layout).renderPageToImage(0, dpi=110), path)
    atlas.endRender()


def main(path, folder):
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    QgsSettings().setValue("qgis/walForSqlite3", False)  # leave the ledger's bytes alone
    project, folder = QgsProject.instance(), pathlib.Path(folder)
    project.read(path)
    first_view(project, folder / "qgis_view.png")
    sheet(project, "冲突图件 A4", lambda f: f["activity_id"] == "C6500002009023110000457" and f["area_kind"] == "nature_reserve",
          folder / "qgis_conflict.png")
    sheet(project, "保护区图件 A4", lambda f: f["area_id"] == "lop-nur", folder / "qgis_reserve.png")
    os._exit(0)  # QGIS 3.22 may crash while it takes itself down


if __name__ == "__main__":
    main(*sys.argv[1:])
