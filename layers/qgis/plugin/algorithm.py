# SPDX-License-Identifier: Apache-2.0
"""What the algorithms share: parameters, running the program, its messages in the log, loading styled layers."""
from qgis.core import (QgsField, QgsFields, QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingException, QgsProcessingLayerPostProcessorInterface,
                       QgsProcessingParameterBoolean, QgsProcessingParameterDefinition, QgsProcessingParameterFile,
                       QgsProcessingParameterFileDestination, QgsProcessingParameterString)
from qgis.PyQt.QtCore import QVariant

from . import binary, runner
from .provider import configured_path, icon, language, tr
from .texts import in_words_of_dialog

MOST_FINDINGS = 200  # lines in the log; the rest is counted there and stands in the file
_alive = []  # post-processors: QGIS keeps no reference of its own


class Styled(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded layer the style it carries in its file, or the one of a QML file, and puts it `below` so many layers."""

    def __init__(self, qml="", below=0):
        super().__init__()
        self.qml, self.below = qml, below

    def postProcessLayer(self, layer, context, feedback):
        if self.qml:
            layer.loadNamedStyle(self.qml)
        else:
            layer.loadDefaultStyle()
        layer.triggerRepaint()
        node = context.project().layerTreeRoot().findLayer(layer.id()) if self.below else None
        if node is not None:
            parent = node.parent()
            at = [getattr(n, "layerId", str)() for n in parent.children()].index(layer.id())
            parent.insertChildNode(at + 1 + self.below, node.clone())
            parent.removeChildNode(node)


def fields_of(texts, reals):
    fields = QgsFields()
    for names, kind in ((texts, QVariant.String), (reals, QVariant.Double)):
        for n in names:
            fields.append(QgsField(n, kind))
    return fields


def styled(qml="", below=0):
    _alive[:] = _alive[-50:] + [Styled(qml, below)]
    return _alive[-1]


class RedlineAlgorithm(QgsProcessingAlgorithm):
    NAME = ""

    def name(self):
        return self.NAME

    def displayName(self):
        return tr(f"{self.NAME}.title")

    def shortHelpString(self):
        return tr(f"{self.NAME}.help")

    def group(self):
        return ""

    def groupId(self):
        return ""

    def icon(self):
        return icon(self.NAME.split("_")[0])

    def createInstance(self):
        return type(self)()

    # ---- parameters

    def add(self, parameter, advanced=False):
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
        self.addParameter(parameter)

    def add_workspace(self):
        self.add(QgsProcessingParameterFile("WORKSPACE", tr("parameter.workspace"), behavior=QgsProcessingParameterFile.Folder))

    def add_text(self, name, key, multi=False, advanced=False):
        self.add(QgsProcessingParameterString(name, tr(key), optional=True, multiLine=multi), advanced)

    def add_flag(self, name, key, default=False, advanced=False):
        self.add(QgsProcessingParameterBoolean(name, tr(key), defaultValue=default), advanced)

    def add_file_out(self, name, key, ending, optional=True):
        self.add(QgsProcessingParameterFileDestination(name, tr(key), f"{ending.upper()} (*.{ending})", optional=optional,
                                                       createByDefault=not optional))

    def options(self, parameters, context, **names):
        """Command line of the parameters that have a value: option=NAME."""
        out = []
        for option, name in names.items():
            value = self.parameterAsString(parameters, name, context).strip()
            if value:
                out += ["--" + option.replace("_", "-"), value]
        return out

    def files_out(self, parameters, context, **names):
        out = []
        for option, name in names.items():
            path = self.parameterAsFileOutput(parameters, name, context)
            if path:
                out += ["--" + option, path]
        return out

    def flag(self, parameters, context, name, option):
        return [option] if self.parameterAsBool(parameters, name, context) else []

    # ---- running

    def binary(self, feedback):
        try:
            path = binary.find(configured_path())
            same, found = binary.check_version(path)
        except binary.BinaryProblem as e:
            raise QgsProcessingException(tr(e.key, *e.args_of_text)) from e
        if not same:
            feedback.pushWarning(tr("binary.other_patch", found, binary.own_version()))
        return path

    def run_redline(self, arguments, feedback, done=(0,), text=None):
        """The exit status, one of `done`. Whatever the program says goes into the log; another status raises."""
        command = [self.binary(feedback), *map(str, arguments), "--lang", language(), "--progress"]
        feedback.pushCommandInfo(" ".join(command))

        def progress(percent, stage):
            if stage:
                feedback.setProgressText(stage)
            feedback.setProgress(percent)

        result = runner.run(command, feedback.pushInfo, progress, feedback.isCanceled, text)
        errors = [in_words_of_dialog(line, language()) for line in result.errors]
        if result.cancelled:
            raise QgsProcessingException(tr("run.cancelled"))
        if result.status not in done:
            known = str(result.status) if str(result.status) in ("1", "2", "3", "4", "5", "130") else "other"
            raise QgsProcessingException("\n".join([tr(f"status.{known}", result.status), *errors]))
        for line in errors:
            feedback.pushWarning(line)
        return result.status

    def tell(self, findings, total, feedback):
        """findings: (severity, layer, feature, text), the gravest first."""
        say = {"error": lambda t: feedback.reportError(t, False), "warning": feedback.pushWarning}
        for severity, layer, feature, text in findings[:MOST_FINDINGS]:
            place = "/".join(filter(None, (layer, feature)))
            say.get(severity, feedback.pushInfo)(tr("finding.at" if place else "finding", tr(f"severity.{severity}"), text, place))
        if total > MOST_FINDINGS:
            feedback.pushWarning(tr("findings.more", total - MOST_FINDINGS, total))

    def tell_all(self, findings, feedback):
        """As the program's JSON has them, in any order."""
        gravity = {"error": 0, "warning": 1}
        rows = [(f["severity"], f.get("layer"), f.get("feature") or f.get("record"), f["text"]) for f in findings]
        self.tell(sorted(rows, key=lambda r: gravity.get(r[0], 2)), len(rows), feedback)

    def load(self, source, name, context, order=0, below=0):
        """QGIS loads layers by name, each on top; from 3.32 on by a key. order: that key; below: without keys, past how many it goes down."""
        details = QgsProcessingContext.LayerDetails(name, context.project(), name)
        keyed = hasattr(details, "layerSortKey")
        if keyed:
            details.layerSortKey = order
        details.setPostProcessor(styled("", 0 if keyed else below))
        context.addLayerToLoadOnCompletion(source, details)
