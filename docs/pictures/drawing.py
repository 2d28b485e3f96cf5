# SPDX-License-Identifier: Apache-2.0
"""What the drawers of pictures share: one map, drawn by QGIS."""
from PyQt5.QtGui import QColor
from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsMapRendererSequentialJob


def finished(settings):
    """The map of these settings on white: the job that drew it."""
    settings.setBackgroundColor(QColor("white"))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(None))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job


def drawn(settings):
    """The same as an image."""
    job = finished(settings)
    if job.errors():
        raise SystemExit([e.message for e in job.errors()])
    return job.renderedImage()
