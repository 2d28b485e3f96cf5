# SPDX-License-Identifier: Apache-2.0
"""Layers of a ledger, styled for the pictures of the guides."""
import pathlib

from PyQt5.QtGui import QColor, QFont
from qgis.core import (QgsCategorizedSymbolRenderer, QgsFeature, QgsFillSymbol, QgsGeometry, QgsLineSymbol, QgsMarkerSymbol,
                       QgsPalLayerSettings, QgsPointXY, QgsRendererCategory, QgsSingleSymbolRenderer, QgsTextBufferSettings,
                       QgsTextFormat, QgsVectorLayer, QgsVectorLayerSimpleLabeling)

FONT = "Noto Sans CJK SC"
ZONES = (("core", "核心区", "#d9534f"), ("buffer", "缓冲区", "#f2a65a"), ("experimental", "实验区", "#f9e08b"), ("unzoned", "未分区", "#b5d99c"))
# By shape and size too: they part in grey.
VERDICTS = (("prohibited", "禁止", "#000000", "square", 1.4), ("must_exit", "应退出", "#7b1fa2", "triangle", 1.5),
            ("review", "需人工核定", "#1565c0", "circle", 0.8), ("conditional", "有条件", "#00838f", "diamond", 1.1))


def of_ledger(ledger, table, where=""):
    layer = QgsVectorLayer(f"{ledger}|layername={table}", table, "ogr")
    if not layer.isValid():
        raise SystemExit(f"{ledger}: layer {table} cannot be opened")
    layer.setSubsetString(where)
    layer.setLabelsEnabled(False)  # the ledger brings a style with labels; the pictures have their own
    return layer


def rows(ledger, table, where):
    layer = of_ledger(ledger, table, where)  # must live as long as its features are read
    return list(layer.getFeatures())


def in_memory(kind, fields, features):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4490&" + "&".join(f"field={f}" for f in fields), "memory", "memory")
    made = []
    for geometry, values in features:
        f = QgsFeature(layer.fields())
        f.setGeometry(geometry)
        f.setAttributes(values)
        made.append(f)
    layer.dataProvider().addFeatures(made)
    layer.updateExtents()
    return layer


def point(lon, lat):
    return QgsGeometry.fromPointXY(QgsPointXY(lon, lat))


def categories(layer, field, symbols):
    """Only the categories that occur, so that the legend names nothing that is not on the map."""
    index = layer.fields().indexOf(field)
    there = layer.uniqueValues(index)
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, [QgsRendererCategory(v, s, t) for v, t, s in symbols if v in there]))
    return layer


def fill(colour, outline="#6b6b6b", width="0.15", style="solid", outline_style="solid"):
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": width, "style": style,
                                       "outline_style": outline_style})


def single(layer, symbol):
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def labelled(layer, field, size, colour="#222222", bold=False, priority=5, around=False):
    text = QgsTextFormat()
    font = QFont(FONT)
    font.setBold(bold)
    text.setFont(font)
    text.setSize(size)
    text.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor(255, 255, 255, 230))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.setFormat(text)
    settings.fieldName = field
    settings.priority = priority
    settings.placement = QgsPalLayerSettings.OrderedPositionsAroundPoint if around else QgsPalLayerSettings.OverPoint
    settings.dist = 1
    settings.multilineAlign = QgsPalLayerSettings.MultiCenter
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def region(ledger):
    source = pathlib.Path(__file__).parents[2] / "testdata/xinjiang/新疆范围_示意.geojson"
    return single(QgsVectorLayer(str(source), "region", "ogr"), fill("#f7f5ef", "#8a8a8a", "0.4"))


def zones(ledger, where):
    layer = of_ledger(ledger, "basemap", where)
    return categories(layer, "zone", [(v, t, fill(c)) for v, t, c in ZONES])


def red_lines(ledger):
    layer = of_ledger(ledger, "basemap", "area_kind = 'ecological_red_line'")
    return single(layer, fill("#c62828", "#c62828", "0.2", "b_diagonal", "dot"))


def activities(ledger, where):
    return single(of_ledger(ledger, "activity_areas", where), fill("#ffffff", "#0d47a1", "0.9", "no"))


def overlaps(ledger, where):
    return single(of_ledger(ledger, "conflict_areas", where), fill("#7b1fa2", "#7b1fa2", "0.5", "dense4"))


def unions(ledger, where):
    parts = {}
    for f in rows(ledger, "basemap", where):
        parts.setdefault(f["area_name"], []).append(f.geometry())
    return {name: QgsGeometry.unaryUnion(shapes) for name, shapes in parts.items()}


def area_outlines(ledger, where):
    shapes = unions(ledger, where)
    layer = in_memory("MultiPolygon", ["name:string"], [(g, [n]) for n, g in sorted(shapes.items())])
    return single(layer, fill("#ffffff", "#1b5e20", "0.9", "no"))


def short(name):
    name = name.replace("自然保护区", "")
    return name[2:] if name.startswith("新疆") else name


def area_names(ledger):
    shapes = unions(ledger, "area_kind = 'nature_reserve'")
    layer = in_memory("Point", ["name:string"], [(g.poleOfInaccessibility(0.01)[0], [short(n)]) for n, g in sorted(shapes.items())])
    single(layer, QgsMarkerSymbol.createSimple({"size": "0", "outline_style": "no", "color": "#00000000"}))
    return labelled(layer, "name", 6.5, around=True)


def severity(verdict):
    return next((i for i, (v, *_) in enumerate(VERDICTS) if v == verdict), len(VERDICTS))


def conflict_points(ledger, size, where="area_kind = 'nature_reserve'"):
    """One point for each activity with an overlap there, with its most severe verdict; the severest are drawn last."""
    worst = {}
    for f in rows(ledger, "conflicts", f"certainty <> 'contact' AND {where}"):
        key, rank = f["activity_id"], severity(f["verdict"])
        if key not in worst or rank < worst[key][0]:
            worst[key] = (rank, f["lon"], f["lat"], f["verdict"])
    points = [(point(x, y), [v]) for _, x, y, v in sorted(worst.values(), key=lambda w: (-w[0], w[1], w[2]))]
    layer = in_memory("Point", ["verdict:string"], points)
    symbols = [(v, t, QgsMarkerSymbol.createSimple({"name": shape, "color": c, "size": str(size * part), "outline_color": "#ffffff",
                                                     "outline_width": "0.1"})) for v, t, c, shape, part in VERDICTS]
    return categories(layer, "verdict", symbols)


def places_to_drive_to(ledger, where):
    layer = in_memory("Point", ["id:string"], [(point(f["lon"], f["lat"]), [f["conflict_id"]]) for f in rows(ledger, "conflict_areas", where)])
    return single(layer, QgsMarkerSymbol.createSimple({"name": "cross", "size": "3", "color": "#000000", "outline_color": "#000000",
                                                       "outline_width": "0.5"}))


def overlap_labels(ledger, where):
    """What the ledger says of an overlap, written above it."""
    labels = []
    for f in rows(ledger, "conflict_areas", where):
        verdict = dict((v, t) for v, t, *_ in VERDICTS)[f["verdict"]]
        text = f"重叠 {f['overlap_m2'] / 10000:.2f} 公顷，占采矿权的 {100 * f['overlap_share']:.1f} %\n建议结论：{verdict}"
        box = f.geometry().boundingBox()
        labels.append((point(box.center().x(), box.yMaximum() + 0.35 * box.height()), [text]))
    layer = in_memory("Point", ["text:string"], labels)
    single(layer, QgsMarkerSymbol.createSimple({"size": "0", "outline_style": "no"}))
    return labelled(layer, "text", 9.5, bold=True)
