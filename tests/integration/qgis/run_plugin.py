"""Runs inside QGIS: run_plugin.py PLUGINS TASK ARGUMENT...; prints one line of JSON. Called by ../qgis_plugin.py."""
import json, os, sys

from qgis.core import (QgsApplication, QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsProcessingFeedback,
                       QgsProcessingOutputLayerDefinition, QgsProject, QgsSettings, QgsVectorLayer)

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
QgsSettings().setValue("qgis/walForSqlite3", False)
sys.path += ["/usr/share/qgis/python/plugins", sys.argv[1]]
from processing.core.Processing import Processing
from processing.core.ProcessingConfig import ProcessingConfig
from processing.gui.Postprocessing import handleAlgorithmResults

Processing.initialize()
import redline

plugin = redline.classFactory(None)
plugin.initProcessing()


class Feedback(QgsProcessingFeedback):
    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.said, self.bar = [], []
        self.progressChanged.connect(lambda p: (self.bar.append(p), self.cancel() if cancel_at is not None and p >= cancel_at else None))

    def pushInfo(self, text): self.said.append(["info", text])
    def pushWarning(self, text): self.said.append(["warning", text])
    def reportError(self, text, fatalError=False): self.said.append(["error", text])
    def setProgressText(self, text): self.said.append(["stage", text])


def run(name, parameters, cancel_at=None, show=False):
    context, feedback = QgsProcessingContext(), Feedback(cancel_at)
    context.setProject(QgsProject.instance())
    context.setFeedback(feedback)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"redline:{name}")
    fits, why = algorithm.checkParameterValues(parameters, context)
    if not fits:
        return {"ok": False, "said": [["error", why]], "bar": [], "results": {}}
    results, ok = algorithm.run(parameters, context, feedback)
    bar = list(feedback.bar)  # QGIS goes on with the bar while it loads layers
    if ok and show:
        handleAlgorithmResults(algorithm, context, feedback, False)
    return {"ok": ok, "said": feedback.said, "bar": bar, "results": results}


def loaded():
    return [{"name": m.name(), "valid": m.isValid(), "count": m.featureCount(), "rules": kinds(m), "labels": m.labelsEnabled(), "tip": bool(m.mapTipTemplate())}
            for m in (n.layer() for n in QgsProject.instance().layerTreeRoot().findLayers())]


def kinds(layer):
    return len(layer.renderer().rootRule().children()) if layer.renderer() and layer.renderer().type() == "RuleRenderer" else 0


def overlay(parameters):
    return {"run": run("overlay", json.loads(parameters), show=True), "layers": loaded()}


def cancel(parameters):
    return run("overlay", json.loads(parameters), cancel_at=25)


def selected(file, expression, parameters):
    layer = QgsVectorLayer(file, "选中 的/矿权", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression(expression)
    given = {**json.loads(parameters), "LAYER": QgsProcessingFeatureSourceDefinition(layer.id(), True),
             "OVERLAPS": QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())}
    answer = {"chosen": sorted(f["许可证号"] for f in layer.selectedFeatures()), "run": run("screen", given, show=True)}
    layer.removeSelection()
    return {**answer, "layers": [m for m in loaded() if m["name"] != layer.name()], "none": run("screen", given)}


def path(value, parameters):
    ProcessingConfig.setSettingValue("REDLINE_PATH", value)
    return run("overlay", json.loads(parameters))


def screen(*several):
    return [run("screen", json.loads(p)) for p in several]


answer = {f.__name__: f for f in (overlay, cancel, selected, path, screen)}[sys.argv[2]](*sys.argv[3:])
print(json.dumps(answer, ensure_ascii=False, default=str))
sys.stdout.flush()
os._exit(0)  # QGIS 3.22 may crash while it takes itself down
