# SPDX-License-Identifier: Apache-2.0
"""One or more applications, from a file, a layer (or what is selected in it) or pasted corners, against the protected areas of a workspace."""
import json
import pathlib
import re
import tempfile

from qgis.core import (QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSink, QgsFields, QgsGeometry, QgsPointXY, QgsProcessing,
                       QgsProcessingException, QgsProcessingOutputNumber, QgsProcessingOutputString, QgsProcessingParameterCrs,
                       QgsProcessingParameterEnum, QgsProcessingParameterFeatureSink, QgsProcessingParameterFeatureSource,
                       QgsProcessingParameterFile, QgsProcessingParameterNumber, QgsVectorFileWriter, QgsWkbTypes)

from .algorithm import RedlineAlgorithm, fields_of, styled
from .provider import language, tr

KINDS = ("", "mining_right", "exploration_right")
ACTIONS = ("new", "renew", "change", "transfer", "reduce", "operate")
TEXTS = ("activity_id", "activity_name", "activity_kind", "area_id", "area_name", "area_kind", "zone", "certainty", "verdict", "disposition", "clauses",
         "trace")
REALS = ("overlap_m2", "overlap_share", "width_m")
STYLES = pathlib.Path(__file__).parent / "styles"


def rows_of(screening):
    """(attributes, polygons) of each overlap: the columns that a ledger has for it."""
    for a in screening["applications"]:
        own = {"activity_id": a["id"], "activity_name": a["name"], "activity_kind": a["kind"]}
        for c in a["conflicts"]:
            clauses = "; ".join(dict.fromkeys(r["clause"] for r in c["rules"]))
            row = {**c, **own, "clauses": clauses, "trace": "; ".join(c["trace"])}
            yield row, [[[QgsPointXY(x, y) for _, x, y in ring] for ring in piece["rings"]] for piece in c["pieces"]]


class Screen(RedlineAlgorithm):
    NAME = "screen"

    def initAlgorithm(self, configuration=None):
        self.add_workspace()
        self.add(QgsProcessingParameterFile("FILE", tr("parameter.file"), optional=True))
        self.add(QgsProcessingParameterFeatureSource("LAYER", tr("parameter.layer"), [QgsProcessing.TypeVectorPolygon], optional=True))
        self.add_text("CORNERS", "parameter.corners", multi=True)
        self.add(QgsProcessingParameterCrs("CRS", tr("parameter.crs"), optional=True))
        self.add(QgsProcessingParameterEnum("KIND", tr("parameter.kind"), [tr(f"kind.{k}") for k in KINDS], defaultValue=0))
        self.add(QgsProcessingParameterEnum("ACTION", tr("parameter.action"), [tr(f"action.{k}") for k in ACTIONS], defaultValue=0))
        self.add_text("ID", "parameter.id")
        self.add_text("AS_OF", "parameter.as_of")
        self.add(QgsProcessingParameterNumber("DECLARED", tr("parameter.declared"), QgsProcessingParameterNumber.Double, optional=True, minValue=0),
                 advanced=True)
        for name in ("MINERAL", "HOLDER", "LICENCE_NO", "ENCODING"):
            self.add_text(name, f"parameter.{name.lower()}", advanced=True)
        self.add_flag("ACCEPT", "parameter.accept", advanced=True)
        self.add_flag("RIGHTS", "parameter.rights", advanced=True)
        self.add_flag("OVERWRITE", "parameter.overwrite")
        self.add_file_out("HTML", "parameter.html", "html")
        self.add_file_out("DOCX", "parameter.docx", "docx")
        self.add_file_out("CUT", "parameter.cut", "txt")
        self.add_file_out("JSON", "parameter.json", "json")
        self.add(QgsProcessingParameterFeatureSink("OVERLAPS", tr("parameter.overlaps"), QgsProcessing.TypeVectorPolygon))
        self.addOutput(QgsProcessingOutputString("VERDICT", tr("number.verdict")))
        for n in ("APPLICATIONS", "CONFLICTS"):
            self.addOutput(QgsProcessingOutputNumber(n, tr(f"number.{n.lower()}")))

    def given(self, parameters, context):
        return [n for n in ("FILE", "LAYER", "CORNERS") if parameters.get(n) not in (None, "")]

    def checkParameterValues(self, parameters, context):
        if len(self.given(parameters, context)) != 1:
            return False, tr("screen.one_source")
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):
        given = self.given(parameters, context)
        if len(given) != 1:
            raise QgsProcessingException(tr("screen.one_source"))
        with tempfile.TemporaryDirectory(prefix="redline-") as folder:
            asked_json = self.parameterAsFileOutput(parameters, "JSON", context)
            result = asked_json or str(pathlib.Path(folder) / "screening.json")
            source, text = self.source(given[0], parameters, context, folder)
            self.run_redline(["screen", source, "--json", result, *self.arguments(parameters, context, given[0])], feedback, (0, 1), text)
            screening = json.loads(pathlib.Path(result).read_text(encoding="utf-8"))
        out = {"VERDICT": screening["verdict"], "APPLICATIONS": len(screening["applications"])}
        out["OVERLAPS"], out["CONFLICTS"] = self.write_overlaps(screening, parameters, context)
        self.tell_screening(screening, feedback)
        for name in ("HTML", "DOCX", "CUT", "JSON"):
            path = self.parameterAsFileOutput(parameters, name, context)
            if path and pathlib.Path(path).exists():  # no corners are written where nothing remains
                out[name] = path
        return out

    def arguments(self, parameters, context, given):
        kind = KINDS[self.parameterAsEnum(parameters, "KIND", context)]
        crs = self.parameterAsCrs(parameters, "CRS", context)
        out = ["-w", self.parameterAsFile(parameters, "WORKSPACE", context)]
        out += ["--action", ACTIONS[self.parameterAsEnum(parameters, "ACTION", context)]] + (["--kind", kind] if kind else [])
        if crs.isValid() and given != "LAYER":  # a layer brings its own
            out += ["--crs", crs.authid() or crs.toWkt()]
        if parameters.get("DECLARED") not in (None, ""):
            out += ["--declared", f"{self.parameterAsDouble(parameters, 'DECLARED', context):.10g}"]
        out += self.options(parameters, context, id="ID", as_of="AS_OF", mineral="MINERAL", holder="HOLDER", licence_no="LICENCE_NO", encoding="ENCODING")
        out += self.flag(parameters, context, "ACCEPT", "--accept") + self.flag(parameters, context, "OVERWRITE", "--overwrite")
        out += ["--against", "rights"] if self.parameterAsBool(parameters, "RIGHTS", context) else []
        return out + self.files_out(parameters, context, html="HTML", docx="DOCX", cut="CUT")

    def source(self, given, parameters, context, folder):
        """The name of what is screened, and the text of pasted corners."""
        if given == "FILE":
            return self.parameterAsFile(parameters, "FILE", context), None
        if given == "CORNERS":
            return "-", self.parameterAsString(parameters, "CORNERS", context).replace("\\n", "\n") + "\n"
        return self.write_features(self.parameterAsSource(parameters, "LAYER", context), context, folder), None

    def write_features(self, source, context, folder):
        if source is None or source.featureCount() == 0:
            raise QgsProcessingException(tr("screen.no_features"))
        name = re.sub(r'[\\/:*?"<>|\s]+', "_", source.sourceName()) or "layer"
        path = str(pathlib.Path(folder) / f"{name}.gpkg")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", name
        fields = QgsFields()
        for f in source.fields():
            if f.name().lower() != "fid":  # the writer makes its own
                fields.append(f)
        writer = QgsVectorFileWriter.create(path, fields, QgsWkbTypes.multiType(QgsWkbTypes.flatType(source.wkbType())), source.sourceCrs(),
                                            context.transformContext(), options)
        if writer.hasError():
            raise QgsProcessingException(writer.errorMessage())
        for f in source.getFeatures():
            copy = QgsFeature(fields)
            for field in fields:
                copy[field.name()] = f[field.name()]
            geometry = QgsGeometry(f.geometry())
            geometry.convertToMultiType()
            copy.setGeometry(geometry)
            if not writer.addFeature(copy, QgsFeatureSink.FastInsert):
                raise QgsProcessingException(writer.errorMessage())
        del writer
        return path

    def write_overlaps(self, screening, parameters, context):
        fields = fields_of(TEXTS, REALS)
        sink, where = self.parameterAsSink(parameters, "OVERLAPS", context, fields, QgsWkbTypes.MultiPolygon, QgsCoordinateReferenceSystem("EPSG:4490"))
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OVERLAPS"))
        rows = list(rows_of(screening))
        for row, polygons in rows:
            f = QgsFeature(fields)
            f.setAttributes([row[n] for n in TEXTS + REALS])
            f.setGeometry(QgsGeometry.fromMultiPolygonXY(polygons))
            sink.addFeature(f, QgsFeatureSink.FastInsert)
        del sink
        qml = STYLES / f"conflict_areas.{language()}.qml"
        if context.willLoadLayerOnCompletion(where):
            context.layerToLoadOnCompletionDetails(where).setPostProcessor(styled(str(qml)))
        return where, len(rows)

    def tell_screening(self, screening, feedback):
        self.tell_all(screening["findings"] + [f for a in screening["applications"] for f in a["findings"]], feedback)
        if screening["exit"] == 1:
            feedback.pushWarning(tr("status.1"))
