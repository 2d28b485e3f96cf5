# SPDX-License-Identifier: Apache-2.0
"""The Redline plugin of QGIS: a provider of Processing algorithms that run the program `redline`."""


def classFactory(iface):
    from .plugin import RedlinePlugin
    return RedlinePlugin(iface)
