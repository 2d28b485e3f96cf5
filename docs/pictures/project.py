# SPDX-License-Identifier: Apache-2.0
"""project.py PROJECT.qgz FOLDER [large]: the pictures of docs/qgis.md, drawn by QGIS from a project that `redline qgis` has written:
the first view, a sheet of a conflict, a sheet of a reserve; of a large project its first view. Started by `./run pictures`."""
import os
import pathlib
import sys

from PIL import Image
from PyQt5.QtCore import QSize
from qgis.core import QgsApplication, QgsLayoutExporter, QgsMapSettings, QgsProject, QgsRectangle, QgsSettings

from drawing import drawn


def save(image, path):
    image.save(str(path))
    Image.open(path).convert("RGB").save(path, optimize=True)  # true colour: halos and tints stay what they are


def first_view(project, path, width, height):
    s = QgsMapSettings()
    s.setLayers(project.mapThemeCollection().mapThemeVisibleLayers("全部图层"))
    s.setOutputSize(QSize(width, height))
    s.setOutputDpi(100)
    s.setDestinationCrs(project.crs())
    s.setLabelingEngineSettings(project.labelingEngineSettings())
    s.setExtent(QgsRectangle(project.viewSettings().defaultViewExtent()))
    save(drawn(s), path)


def sheet(project, name, name_of_page, condition, path):
    layout = project.layoutManager().layoutByName(name)
    atlas = layout.atlas()
    atlas.beginRender()
    wanted = [f[name_of_page] for f in atlas.coverageLayer().getFeatures(condition)]
    atlas.seekTo(next(i for i in range(atlas.count()) if atlas.nameForPage(i) in wanted))
    save(QgsLayoutExporter(layout).renderPageToImage(0, dpi=110), path)
    atlas.endRender()


def main(path, folder, *what):
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    QgsSettings().setValue("qgis/walForSqlite3", False)  # leave the ledger's bytes alone
    project, folder = QgsProject.instance(), pathlib.Path(folder)
    project.read(path)
    if "large" in what:
        first_view(project, folder / "qgis_large.png", 1200, 750)
        os._exit(0)
    first_view(project, folder / "qgis_view.png", 1200, 830)
    sheet(project, "冲突图件 A4", "conflict_id", "\"activity_id\" = 'C6500002009023110000457' AND \"area_kind\" = 'nature_reserve'",
          folder / "qgis_conflict.png")
    sheet(project, "保护区图件 A4", "area_name", "\"area_id\" = 'lop-nur'", folder / "qgis_reserve.png")
    os._exit(0)  # QGIS 3.22 may crash while it takes itself down


if __name__ == "__main__":
    main(*sys.argv[1:])
