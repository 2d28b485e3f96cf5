#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every count of expected.csv against the words of the report it was typed from. The column quote gives those words, cut short by …:
the count must be a number in them, or the sum of their parts (a part without a number names one thing). Where the text of the report
is at hand (REDLINE_REPORT, or ../shared/facts beside the tree), each part must stand in the item named. Status 77: no report here."""
import csv, os, pathlib, re, sys

SOURCE = pathlib.Path(sys.argv[1])
REPORT = pathlib.Path(os.environ.get("REDLINE_REPORT", SOURCE.parent / "shared/facts/rectification_report_2019.txt"))
DIGITS = "零一二三四五六七八九"
HEADING = re.compile("（([一二三四五六七八九十]{1,3})）")
PARTS_OF_REPORT = "一二三四五六"


def chinese(number):
    """20 → 二十, 57 → 五十七."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + ("" if ones == 0 else DIGITS[ones])


def numbers(text):
    return [int(n) if n.isascii() else DIGITS.index(n) for n in re.findall(r"\d+|[一二三四五六七八九](?=处)", text)]


def derivable(count, quote):
    sums = [sum(numbers(p)[0] if numbers(p) else 1 for p in re.split(cut, quote)) for cut in ("…", "[…、]")]
    return count in numbers(quote) + sums


def annex(text):
    """Item number → its text: the headings （一）, （二）, … of the last part of the report, in their order."""
    start = text.rindex("（一）")
    for m in HEADING.finditer(text):  # the annex is the run of headings that reaches （六十）
        if m.group(1) == "一":
            start = m.start() if m.start() < text.index("（六十）") else start
    found = [m for m in HEADING.finditer(text) if m.start() >= start]
    return {m.group(1): text[m.end():(found[i + 1].start() if i + 1 < len(found) else len(text))] for i, m in enumerate(found)}


def body(text, part, section, number):
    """Part 三, section （四）, paragraph 1 of the text before the annex."""
    whole = text[text.index(part + "、"):]
    whole = whole[:whole.find(PARTS_OF_REPORT[PARTS_OF_REPORT.index(part) + 1] + "、")]
    return paragraph(annex_of_part(whole)[section], number)


def annex_of_part(whole):
    found = list(HEADING.finditer(whole))
    return {m.group(1): whole[m.end():(found[i + 1].start() if i + 1 < len(found) else len(whole))] for i, m in enumerate(found)}


def paragraph(item, number):
    """Paragraph N. of an item, up to N+1."""
    begin = re.search(rf"(?<!\d){number}\.(?!\d)", item)
    if not begin:
        return ""
    end = re.search(rf"(?<!\d){int(number) + 1}\.(?!\d)", item[begin.end():])
    return item[begin.end():begin.end() + end.start()] if end else item[begin.end():]


def text_of(item, text, items):
    if m := re.fullmatch(r"(\d+)(?:\.(\d+))?", item):
        whole = items[chinese(int(m.group(1)))]
        return paragraph(whole, m.group(2)) if m.group(2) else whole
    m = re.fullmatch(r"([一二三四五六])\((.+)\)(\d+)", item)
    return body(text, m.group(1), m.group(2), m.group(3))


faults = 0
with open(SOURCE / "testdata/xinjiang/expected.csv", encoding="utf-8-sig") as f:
    expected = list(csv.DictReader(f))
for row in expected:
    if not derivable(int(row["count"]), row["quote"]):
        faults += 1
        print(f"item {row['item']}: {row['count']} does not follow from “{row['quote']}”")
for count, quote, wanted in ((6, "已拆除5处", False), (5, "已拆除5处", True), (7, "废弃的七处矿槽", True), (3, "甲矿、乙矿、丙矿", True), (2, "甲矿、乙矿、丙矿", False)):
    faults += derivable(count, quote) != wanted
if REPORT.exists():
    text = re.sub(r"\s+", "", REPORT.read_text(encoding="utf-8-sig"))
    items = annex(text)
    for row in expected:
        held = [text_of(i, text, items) for i in row["item"].split("+")]
        for part in row["quote"].split("…"):
            if not any(part in h for h in held):
                faults += 1
                print(f"item {row['item']}: “{part}” does not stand there")
    print(f"{len(expected)} counts against their items, {faults} faults")
else:
    print(f"{len(expected)} counts against their quotes, {faults} faults; no report at {REPORT}")
sys.exit(1 if faults else 0 if REPORT.exists() else 77)
