"""Runs inside QGIS: first_view.py PROJECT PICTURE. Opens a project and draws what it shows first; prints one line of JSON. Called by million.py."""
import json, os, sys, time

from PyQt5.QtCore import QEventLoop, QSize
from qgis.core import (QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsMapRendererParallelJob, QgsMapSettings, QgsProject,
                       QgsRectangle, QgsSettings)

QgsApplication.setPrefixPath('/usr', True)
application = QgsApplication([], False)
application.initQgis()
QgsSettings().setValue('qgis/walForSqlite3', False)
QgsApplication.setMaxThreads(2)

start, work = time.monotonic(), time.process_time()
project = QgsProject.instance()
if not project.read(sys.argv[1]):
    raise SystemExit(project.error())
opened = time.monotonic() - start

start = time.monotonic()
settings = QgsMapSettings()
settings.setLayers([node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible() and node.layer().isSpatial()])
settings.setFlag(QgsMapSettings.Antialiasing)
settings.setFlag(QgsMapSettings.UseRenderingOptimization)
settings.setOutputSize(QSize(1600, 1000))
settings.setOutputDpi(96)
settings.setBackgroundColor(project.backgroundColor())
settings.setDestinationCrs(project.crs())
settings.setTransformContext(project.transformContext())
settings.setExtent(QgsRectangle(project.viewSettings().defaultViewExtent()))
context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
settings.setExpressionContext(context)
job = QgsMapRendererParallelJob(settings)
loop = QEventLoop()
job.finished.connect(loop.quit)
job.start()
loop.exec_()
drawn = time.monotonic() - start
work = time.process_time() - work  # of all threads: what another program took away does not count
job.renderedImage().save(sys.argv[2])
slow = sorted(((t, l.name()) for l, t in getattr(job, 'perLayerRenderingTime', dict)().items()), reverse=True)[:12]
print(json.dumps({'opened': opened, 'drawn': drawn, 'work': work, 'layers': len(settings.layers()), 'scale': settings.scale(), 'slow': slow,
                  'wrong': [e.message for e in job.errors()]}, ensure_ascii=False))
sys.stdout.flush()
os._exit(0)  # QGIS 3.22 may crash while it takes itself down
