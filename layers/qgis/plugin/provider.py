# SPDX-License-Identifier: Apache-2.0
"""The provider and its setting, the path of the program (Settings, Options, Processing, Providers)."""
import pathlib

from processing.core.ProcessingConfig import ProcessingConfig, Setting
from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import texts
from .binary import own_version

ICONS = pathlib.Path(__file__).parent / "icons"
SETTING = "REDLINE_PATH"
ACTIVE = "ACTIVATE_REDLINE"


def language():
    return texts.language_of(QgsApplication.instance().locale())


def tr(key, *args):
    return texts.text(key, language(), *args)


def icon(name):
    return QIcon(str(ICONS / f"{name}.svg"))


def configured_path():
    return (ProcessingConfig.getSetting(SETTING) or "").strip()


class RedlineProvider(QgsProcessingProvider):
    def load(self):
        group = self.name()
        ProcessingConfig.settingIcons[group] = self.icon()
        ProcessingConfig.addSetting(Setting(group, ACTIVE, tr("setting.active"), True))
        ProcessingConfig.addSetting(Setting(group, SETTING, tr("setting.path"), "", valuetype=Setting.FILE))
        ProcessingConfig.readSettings()
        self.refreshAlgorithms()
        return True

    def unload(self):
        for name in (ACTIVE, SETTING):
            ProcessingConfig.removeSetting(name)

    def isActive(self):
        return bool(ProcessingConfig.getSetting(ACTIVE))

    def setActive(self, active):
        ProcessingConfig.setSettingValue(ACTIVE, active)

    def id(self):
        return "redline"

    def name(self):
        return tr("provider.name")

    def longName(self):
        return tr("provider.long_name", own_version())

    def versionInfo(self):
        return own_version()

    def icon(self):
        return icon("redline")

    def loadAlgorithms(self):
        from .overlay import Overlay
        from .restoration import RestorationImport, RestorationReport, RestorationStatus
        from .screen import Screen
        for algorithm in (Overlay, Screen, RestorationStatus, RestorationImport, RestorationReport):
            self.addAlgorithm(algorithm())
