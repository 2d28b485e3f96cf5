# SPDX-License-Identifier: Apache-2.0
"""One page: title, map, legend, scale bar, and on every map the words 示意，非法定边界."""
from PIL import Image
from PyQt5.QtGui import QColor, QFont
from qgis.core import (QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsLayout, QgsLayoutExporter, QgsLayoutItemLabel,
                       QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar, QgsLayoutMeasurement, QgsLayoutPoint, QgsLayoutSize,
                       QgsLegendStyle, QgsProject, QgsUnitTypes)

from layers import FONT

DPI = 140
SIDE = 62  # width of the legend column, mm


def font(size, bold=False):
    f = QFont(FONT)
    f.setPointSizeF(size)
    f.setBold(bold)
    return f


class Sheet:
    def __init__(self, title, crs, width_mm, height_mm):
        self.project = QgsProject.instance()
        self.crs = QgsCoordinateReferenceSystem.fromProj(crs)
        self.project.setCrs(self.crs)
        self.title, self.width, self.height = title, width_mm, height_mm
        self.layers, self.legend = [], []

    def add(self, layer, title):
        """Layers are added from the bottom up; without a title a layer stays out of the legend."""
        self.project.addMapLayer(layer)
        self.layers.insert(0, layer)
        if title:
            layer.setName(title)
            self.legend.insert(0, layer)

    def save(self, path, extent, scale_km):
        layout = QgsLayout(self.project)
        layout.initializeDefaults()
        layout.pageCollection().page(0).setPageSize(QgsLayoutSize(self.width, self.height))
        chart = self._map(layout, extent)
        self._label(layout, self.title, 6, 3, self.width - 12, 10, font(14, True))
        self._legend(layout, chart)
        self._scale(layout, chart, scale_km)
        self._label(layout, "示意，非法定边界", self.width - SIDE, self.height - 24, SIDE - 4, 9, font(13, True), "#b71c1c")
        self._label(layout, "演示数据：活动位置和名称多为虚构；结论均为建议，不作为行政决定依据。", self.width - SIDE, self.height - 15, SIDE - 4, 13, font(7.5))
        if not QgsLayoutExporter(layout).renderPageToImage(0, dpi=DPI).save(str(path)):
            raise SystemExit(f"{path} was not written")
        Image.open(path).convert("RGB").quantize(200, dither=Image.Dither.NONE).save(path, optimize=True)

    def _map(self, layout, extent):
        chart = QgsLayoutItemMap(layout)
        chart.setRect(0, 0, 10, 10)  # a map without size has no scale
        chart.setCrs(self.crs)
        to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4490"), self.crs, self.project)
        shown = to_map.transformBoundingBox(extent)
        chart.setExtent(shown)
        layout.addLayoutItem(chart)
        chart.attemptMove(QgsLayoutPoint(6, 14))
        chart.attemptResize(QgsLayoutSize(self.width - SIDE - 10, self.height - 20))
        chart.zoomToExtent(shown)
        chart.setLayers(self.layers)
        chart.setMapFlags(QgsLayoutItemMap.MapItemFlags())  # no label is cut by the frame
        chart.setFrameEnabled(True)
        chart.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
        return chart

    def _label(self, layout, text, x, y, width, height, text_font, colour="#222222"):
        label = QgsLayoutItemLabel(layout)
        label.setText(text)
        label.setFont(text_font)
        label.setFontColor(QColor(colour))
        layout.addLayoutItem(label)
        label.attemptMove(QgsLayoutPoint(x, y))
        label.attemptResize(QgsLayoutSize(width, height))

    def _legend(self, layout, chart):
        legend = QgsLayoutItemLegend(layout)
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.clear()
        for layer in self.legend:
            root.addLayer(layer)
        for style, size, bold in ((QgsLegendStyle.Subgroup, 9, True), (QgsLegendStyle.SymbolLabel, 9, False), (QgsLegendStyle.Group, 9, True)):
            legend.setStyleFont(style, font(size, bold))
        legend.setLinkedMap(chart)
        legend.setLegendFilterByMapEnabled(True)  # nothing that is not on the map
        legend.setWrapString("|")
        layout.addLayoutItem(legend)
        legend.attemptMove(QgsLayoutPoint(self.width - SIDE - 2, 14))
        legend.adjustBoxSize()

    def _scale(self, layout, chart, scale_km):
        bar = QgsLayoutItemScaleBar(layout)
        bar.setStyle("Single Box")
        bar.setLinkedMap(chart)
        bar.setUnits(QgsUnitTypes.DistanceKilometers)
        bar.setUnitLabel("千米")
        bar.setNumberOfSegments(2)
        bar.setNumberOfSegmentsLeft(0)
        bar.setUnitsPerSegment(scale_km)
        bar.setFont(font(8))
        layout.addLayoutItem(bar)
        bar.attemptMove(QgsLayoutPoint(self.width - SIDE - 2, self.height - 40))
