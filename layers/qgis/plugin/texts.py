# SPDX-License-Identifier: Apache-2.0
"""Every text of the plugin by key, in Chinese and English, from the one table texts.json. Needs no QGIS."""
import json
import pathlib

LANGUAGES = ("zh", "en")
TABLE = json.loads((pathlib.Path(__file__).parent / "texts.json").read_text(encoding="utf-8"))


def language_of(locale):
    """zh for Chinese locales, else en; zh where none is known, as the program does."""
    return "en" if locale and not locale.lower().startswith("zh") and locale not in ("C", "POSIX") else "zh"


def in_words_of_dialog(line, language):
    """What the program says of its option --overwrite, said of the box in the dialog."""
    box = text("parameter.overwrite", language)
    if text("run.add_overwrite", language) in line:
        return text("run.overwrite", language, box)
    return line.replace("--overwrite", f"“{box}”")


def text(key, language, *args):
    """An unknown key is a KeyError: the tests look up every key that the code names."""
    return TABLE[key][language].format(*args)
