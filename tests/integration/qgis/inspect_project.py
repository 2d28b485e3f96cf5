"""Runs inside QGIS: inspect_project.py TASK ARGUMENT...; prints one line of JSON. Called by ../qgis_project.py, behind the text of
docs/pictures/drawing.py, which has `finished` (a folder that nobody may read has no modules to import)."""
import json, os, re, sys

from PyQt5.QtCore import QDate, QDateTime, QSize, QTime
from PyQt5.QtGui import QImage
from PyQt5.QtXml import QDomDocument
from qgis.core import (Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsDateTimeRange, QgsExpression, QgsExpressionContext,
                       QgsExpressionContextUtils, QgsFeatureRequest, QgsLayoutExporter, QgsLayoutItemLabel, QgsLayoutItemMap,
                       QgsMapSettings, QgsPointXY, QgsProject, QgsRectangle, QgsRenderContext, QgsSettings, QgsVectorLayer, QgsVectorLayerTemporalContext)

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
QgsSettings().setValue("qgis/walForSqlite3", False)
logged = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: logged.append(f"{tag}: {text}") if level else None)


def opened(path):
    project = QgsProject.instance()
    if not project.read(path):
        raise SystemExit(project.error())
    return project


def project_facts(path):
    p = opened(path)
    in_tree = {node.layerId() for node in p.layerTreeRoot().findLayers()}
    layers = {i: {"valid": m.isValid(), "count": m.featureCount(), "source": m.source(), "tree": i in in_tree, "crs": m.crs().authid(),
                  "name": m.name(), "spatial": m.isSpatial(), "read_only": m.readOnly(),
                  "temporal": m.temporalProperties().isActive(),
                  "aliases": sum(1 for f in m.fields() if f.alias()), "fields": len(m.fields())} for i, m in p.mapLayers().items()}
    return {"layers": layers, "crs": p.crs().description(), "authid": p.crs().authid(), "ellipsoid": p.ellipsoid(),
            "bookmarks": [b.name() for b in p.bookmarkManager().bookmarks()],
            "relations": [[r.isValid(), r.referencedLayerId(), r.referencingLayerId()] for r in p.relationManager().relations().values()],
            "themes": {t: len(p.mapThemeCollection().mapThemeVisibleLayers(t)) for t in p.mapThemeCollection().mapThemes()},
            "layouts": {x.name(): x.atlas().updateFeatures() for x in p.layoutManager().printLayouts()},
            "groups": [g.name() for g in p.layerTreeRoot().findGroups()],
            "absolute": p.readEntry("Paths", "/Absolute")[0], "logged": logged}


def expressions(*texts):
    return [[t, QgsExpression(t).parserErrorString()] for t in texts if QgsExpression(t).hasParserError()]


def tips(path):
    """Every map tip and action of every layer, for its first feature: what it says, and what it could not evaluate."""
    p, wrong, said, markup = opened(path), [], 0, []
    for i, m in p.mapLayers().items():
        feature = next(m.getFeatures(), None)
        if feature is None or not m.mapTipTemplate():
            continue
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(m))
        context.setFeature(feature)
        for text in [m.mapTipTemplate(), *[a.command() for a in m.actions().actions()]]:
            for expression in re.findall(r"\[%(.*?)%\]", text, re.S):
                e = QgsExpression(expression)
                e.prepare(context)
                value = e.evaluate(context)
                if text == m.mapTipTemplate() and re.search("<(?!br/>)|&(?!amp;|lt;|gt;)", str(value)):
                    markup.append([i, value])
                if e.hasParserError() or e.hasEvalError():
                    wrong.append([i, expression, e.parserErrorString() + e.evalErrorString()])
                said += 1
    return {"said": said, "wrong": wrong, "markup": markup}


def styles(ledger, folder, *tables):
    """Each table with the style it carries, and with its SLD alone: the symbols that come out."""
    out = {}
    for t in tables:
        own = QgsVectorLayer(f"{ledger}|layername={t}", t, "ogr")
        bare = QgsVectorLayer(f"{ledger}|layername={t}", t, "ogr", QgsVectorLayer.LayerOptions(loadDefaultStyle=False))
        with open(f"{folder}/{t}.qml", encoding="utf-8") as f:
            document = QDomDocument()
            well_formed = document.setContent(f.read())[0]
        qml, named = bare.importNamedStyle(document)
        sld, loaded = bare.loadSldStyle(f"{folder}/{t}.sld")
        kinds = lambda m: [[type(s).__name__ for s in r.symbol().symbolLayers()] for r in m.renderer().rootRule().children()]
        filters = [r.filterExpression() for r in bare.renderer().rootRule().children()]
        out[t] = {"default": kinds(own), "labels": own.labelsEnabled(), "tip": bool(own.mapTipTemplate()), "qml": [named, qml, well_formed],
                  "sld": [sld, loaded], "sld_kinds": kinds(bare), "sld_filters": expressions(*filters)}
    return {"styles": out, "logged": logged}


def database(connection, schema, *tables):
    """Tables of PostGIS added one by one, as by hand: the styles that QGIS finds for them."""
    out = {}
    for t in tables:
        m = QgsVectorLayer(f'{connection} table="{schema}"."{t}" (geom)', t, "postgres")
        rules = m.renderer().rootRule().children() if hasattr(m.renderer(), "rootRule") else []
        out[t] = {"valid": m.isValid(), "rules": len(rules), "labels": m.labelsEnabled(), "tip": bool(m.mapTipTemplate())}
    return {"styles": out, "logged": logged}


def related(path, layer):
    """How many conflicts the relation finds for each feature of a layer."""
    p = opened(path)
    relation = next(r for r in p.relationManager().relations().values() if r.referencedLayerId() == layer)
    return {"related": {f["activity_id"]: sum(1 for _ in relation.getRelatedFeatures(f)) for f in relation.referencedLayer().getFeatures()}}


def at_day(day):
    date = QDate.fromString(day, "yyyy-MM-dd")
    return QgsDateTimeRange(QDateTime(date, QTime(0, 0)), QDateTime(date, QTime(23, 59, 59)))


def played(path, *days):
    """The layers of restoration as they come into an empty project: the style they carry, and what the temporal controller shows on a day."""
    out = {}
    for name in ("restoration_ground", "restoration_sites"):
        # As the window of QGIS adds a layer: first the layer, then its style (a layer made with both loses that it moves in time).
        m = QgsVectorLayer(f"{path}|layername={name}", name, "ogr", QgsVectorLayer.LayerOptions(loadDefaultStyle=False))
        m.loadDefaultStyle()
        t, context = m.temporalProperties(), QgsVectorLayerTemporalContext()
        context.setLayer(m)
        rules = m.renderer().rootRule().children()
        shown = {}
        for day in days:
            request = QgsFeatureRequest().setFilterExpression(t.createFilterString(context, at_day(day)))
            shown[day] = sorted([f[a] for a in ("site", "reserve_id", "stage_class") if a in f.fields().names()] for f in m.getFeatures(request))
        drawn = QgsRenderContext()
        m.renderer().startRender(drawn, m.fields())
        unseen = 0
        for f in m.getFeatures():
            drawn.expressionContext().setFeature(f)
            unseen += not m.renderer().willRenderFeature(f, drawn)
        m.renderer().stopRender(drawn)
        out[name] = {"active": t.isActive(), "fields": [t.startField(), t.endField()], "rules": len(rules), "labels": m.labelsEnabled(), "unseen": unseen,
                     "symbols": [type(r.symbol().symbolLayer(0)).__name__ for r in rules], "shown": shown, "crs": m.crs().authid()}
    return {"layers": out, "logged": logged}


def atlas(path, layout, pdf):
    """Exports all pages; tells for each page what its labels say and whether its map holds the place of the feature."""
    p = opened(path)
    sheet = p.layoutManager().layoutByName(layout)
    pages, a = [], sheet.atlas()
    a.beginRender()
    for i in range(a.count()):
        a.seekTo(i)
        sheet.refresh()
        chart = next(x for x in sheet.items() if isinstance(x, QgsLayoutItemMap) and x.id() == "map")
        context = sheet.createExpressionContext()
        f = context.variable("atlas_feature")
        name = f["conflict_id"] if "conflict_id" in f.fields().names() else f["area_id"]
        place = QgsPointXY(f["lon"], f["lat"]) if "lon" in f.fields().names() else f.geometry().centroid().asPoint()
        to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4490"), chart.crs(), p)
        pages.append({"id": name, "held": chart.extent().contains(to_map.transform(place)), "scale": chart.scale(), "crs": chart.crs().authid(),
                      "labels": [x.currentText() for x in sheet.items() if isinstance(x, QgsLayoutItemLabel)]})
    a.endRender()
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = 72
    result, error = QgsLayoutExporter.exportToPdf(sheet.atlas(), pdf, settings)
    return {"pages": pages, "result": int(result), "error": error, "logged": logged}


def image(path, theme, out, width, height, *box, day=None):
    """A theme of the project as a picture; box in degrees, else the whole project. Labels are left out: fonts differ by machine."""
    p = opened(path)
    s = QgsMapSettings()
    s.setLayers(p.mapThemeCollection().mapThemeVisibleLayers(theme))
    s.setFlag(QgsMapSettings.DrawLabeling, False)
    s.setFlag(QgsMapSettings.Antialiasing)
    s.setOutputSize(QSize(int(width), int(height)))
    s.setOutputDpi(96)
    s.setDestinationCrs(p.crs())
    if day:
        s.setIsTemporal(True)
        s.setTemporalRange(at_day(day))
    data = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4490"), p.crs(), p)
    s.setExtent(data.transformBoundingBox(QgsRectangle(*map(float, box))) if box else QgsRectangle(p.viewSettings().defaultViewExtent()))
    job = finished(s)
    job.renderedImage().save(out)
    return {"errors": [e.message for e in job.errors()]}


def differ(one, other):
    """The share of pixels whose colour differs by more than a fifth of the scale in some channel, both blurred by two."""
    a, b = (QImage(x).convertToFormat(QImage.Format_RGB32) for x in (one, other))
    if a.size() != b.size():
        return {"share": 1}
    half = a.size() / 2
    a, b = (x.scaled(half, transformMode=1) for x in (a, b))
    p, q = (bytes(x.constBits().asarray(x.sizeInBytes())) for x in (a, b))
    off = sum(1 for i in range(0, len(p), 4) if max(abs(p[i + k] - q[i + k]) for k in range(3)) > 51)
    return {"share": off / (len(p) / 4)}


tasks = {"project": project_facts, "tips": tips, "styles": styles, "atlas": atlas, "image": image, "played": played, "moment": lambda day, *rest: image(*rest, day=day), "differ": differ,
         "database": database, "related": related,
         "expressions": lambda file: expressions(*json.load(open(file, encoding="utf-8")))}
answer = tasks[sys.argv[1]](*sys.argv[2:])
print(json.dumps(answer, ensure_ascii=False, default=str))
sys.stdout.flush()
os._exit(0)  # QGIS 3.22 may crash while it takes itself down
