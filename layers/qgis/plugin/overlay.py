# SPDX-License-Identifier: Apache-2.0
"""Every activity of a workspace against its protected areas: a ledger, loaded with its styles."""
from qgis.core import QgsProcessingOutputNumber

from . import ledger
from .algorithm import MOST_FINDINGS, RedlineAlgorithm
from .provider import tr


class Overlay(RedlineAlgorithm):
    NAME = "overlay"
    NUMBERS = ("ACTIVITIES", "CONFLICTS", "FINDINGS")

    def initAlgorithm(self, configuration=None):
        self.add_workspace()
        self.add_text("AS_OF", "parameter.as_of")
        self.add_text("RESERVE", "parameter.reserve")
        self.add_flag("OVERWRITE", "parameter.overwrite")
        self.add_flag("LOAD", "parameter.load", True)
        self.add_file_out("OUTPUT", "parameter.ledger", "gpkg", optional=False)
        self.add_file_out("PROJECT", "parameter.project", "qgz")
        for n in self.NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(n, tr(f"number.{n.lower()}")))

    def processAlgorithm(self, parameters, context, feedback):
        workspace = self.parameterAsFile(parameters, "WORKSPACE", context)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        project = self.parameterAsFileOutput(parameters, "PROJECT", context)
        again = self.flag(parameters, context, "OVERWRITE", "--overwrite")
        self.run_redline(["overlay", "-w", workspace, "-o", output, *again, *self.options(parameters, context, as_of="AS_OF", reserve="RESERVE")],
                         feedback)
        if project:
            self.run_redline(["qgis", output, "-o", project, *again], feedback)
        facts = ledger.facts(output, MOST_FINDINGS)
        self.tell(facts["found"], facts["findings"], feedback)
        if self.parameterAsBool(parameters, "LOAD", context):
            activities = sum(name.startswith("activity_") for name, _ in facts["layers"])
            for order, (name, _) in enumerate(facts["layers"]):  # by name the basemap would lie on the activities
                self.load(f"{output}|layername={name}", tr(f"layer.{name}"), context, order, activities if name == "basemap" else 0)
        out = {n: facts[n.lower()] for n in self.NUMBERS}
        out["OUTPUT"] = output
        if project:
            out["PROJECT"] = project
        return out
