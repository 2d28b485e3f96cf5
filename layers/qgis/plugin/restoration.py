# SPDX-License-Identifier: Apache-2.0
"""The restoration ledger of a workspace: import records, how far each reserve is on a day, the report."""
import json
import pathlib
import tempfile

from qgis.core import (QgsProcessing, QgsProcessingOutputNumber, QgsProcessingParameterCrs, QgsProcessingParameterMultipleLayers,
                       QgsFeature, QgsFeatureSink, QgsProcessingException, QgsProcessingParameterFeatureSink, QgsWkbTypes)

from .algorithm import RedlineAlgorithm, fields_of
from .provider import tr

TEXTS = ("id", "name", "status")
REALS = ("sites", "required_m2", "claimed_m2", "verified_m2", "accepted_m2", "remaining_m2", "share", "overdue")


class RestorationStatus(RedlineAlgorithm):
    NAME = "restoration_status"

    def initAlgorithm(self, configuration=None):
        self.add_workspace()
        self.add_text("AS_OF", "parameter.as_of")
        self.add_text("RESERVE", "parameter.reserve")
        self.add(QgsProcessingParameterFeatureSink("TABLE", tr("parameter.table"), QgsProcessing.TypeVector))
        for n in ("ACCEPTED", "CLAIMED", "VERIFIED", "OVERDUE"):
            self.addOutput(QgsProcessingOutputNumber(n, tr(f"number.{n.lower()}")))

    def processAlgorithm(self, parameters, context, feedback):
        workspace = self.parameterAsFile(parameters, "WORKSPACE", context)
        with tempfile.TemporaryDirectory(prefix="redline-") as folder:
            file = pathlib.Path(folder) / "status.json"
            self.run_redline(["restoration", "status", "-w", workspace, "--json", "-o", file,
                              *self.options(parameters, context, as_of="AS_OF", reserve="RESERVE")], feedback)
            status = json.loads(file.read_text(encoding="utf-8"))
        where = self.write_table(status["reserves"], parameters, context)
        region = status["region"]
        self.tell_all(status["notes"] + [f for part in (*status["reserves"], region, status["tasks"]) for f in part["findings"]], feedback)
        return {"TABLE": where, "ACCEPTED": region["accepted_m2"], "CLAIMED": region["claimed_m2"], "VERIFIED": region["verified_m2"],
                "OVERDUE": region["overdue"]}

    def write_table(self, reserves, parameters, context):
        fields = fields_of(TEXTS, REALS)
        sink, where = self.parameterAsSink(parameters, "TABLE", context, fields, QgsWkbTypes.NoGeometry)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "TABLE"))
        for r in reserves:
            f = QgsFeature(fields)
            f.setAttributes([r[n] for n in TEXTS] + [None if r[n] is None else float(r[n]) for n in REALS])
            sink.addFeature(f, QgsFeatureSink.FastInsert)
        return where


class RestorationImport(RedlineAlgorithm):
    NAME = "restoration_import"

    def initAlgorithm(self, configuration=None):
        self.add_workspace()
        self.add(QgsProcessingParameterMultipleLayers("FILES", tr("parameter.files"), QgsProcessing.TypeFile))
        self.add_text("REPORTED_ON", "parameter.reported_on")
        self.add_text("ENCODING", "parameter.encoding", advanced=True)
        self.add(QgsProcessingParameterCrs("CRS", tr("parameter.crs"), optional=True), advanced=True)

    def processAlgorithm(self, parameters, context, feedback):
        workspace = self.parameterAsFile(parameters, "WORKSPACE", context)
        files = self.parameterAsFileList(parameters, "FILES", context)
        crs = self.parameterAsCrs(parameters, "CRS", context)
        self.run_redline(["restoration", "import", "-w", workspace, *files, *(["--crs", crs.authid()] if crs.isValid() else []),
                          *self.options(parameters, context, reported_on="REPORTED_ON", encoding="ENCODING")], feedback)
        return {}


class RestorationReport(RedlineAlgorithm):
    NAME = "restoration_report"

    def initAlgorithm(self, configuration=None):
        self.add_workspace()
        self.add_text("AS_OF", "parameter.as_of")
        self.add_flag("OVERWRITE", "parameter.overwrite")
        self.add_file_out("HTML", "parameter.html", "html", optional=False)
        self.add_file_out("XLSX", "parameter.xlsx", "xlsx")
        self.add_file_out("GPKG", "parameter.ground", "gpkg")

    def processAlgorithm(self, parameters, context, feedback):
        workspace = self.parameterAsFile(parameters, "WORKSPACE", context)
        files = self.files_out(parameters, context, html="HTML", xlsx="XLSX", gpkg="GPKG")
        self.run_redline(["restoration", "report", "-w", workspace, *files, *self.options(parameters, context, as_of="AS_OF"),
                          *self.flag(parameters, context, "OVERWRITE", "--overwrite")], feedback)
        out = {name[2:].upper(): path for name, path in zip(files[::2], files[1::2])}
        if "GPKG" in out:
            self.load(f"{out['GPKG']}|layername=restoration_ground", tr("layer.restoration_ground"), context)
        return out
