# SPDX-License-Identifier: Apache-2.0
"""What QGIS loads: adds the provider to Processing and takes it out again."""
from qgis.core import QgsApplication

from .provider import RedlineProvider


class RedlinePlugin:
    def __init__(self, iface):
        self.provider = None

    def initProcessing(self):  # all that qgis_process asks for
        self.provider = RedlineProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
