# SPDX-License-Identifier: Apache-2.0
"""Invented polygons of restoration inside the drawn reserves, to try the ledger, the map and the temporal controller with: a clean
history of each site, and four planted faults. None of it is in the report."""
import random

from .place import Taken, box_of, mining_ring

NOTE = "编造的示例图斑，与报告数据无关"
SITES = {"lop-nur": 12, "kalamaili": 7, "taxkorgan": 5, "two-rivers-source": 5, "altun-mountain": 4, "west-tianshan": 3}
CAUSES = ("采矿权", "采矿权", "探矿权", "采石场", "旅游设施")
STAGES = (("破坏", 2015, 3), ("设施拆除", 2017, 9), ("治理恢复", 2018, 5), ("州级验收", 2018, 11))


def place(r, region, taken, area_m2):
    west, east, south, north = region.box
    while True:
        ring = mining_ring(r, west + (east - west) * r.random(), south + (north - south) * r.random(), area_m2)
        if region.holds(ring) and taken.free(box_of(ring, 300)):
            taken.take(box_of(ring, 300))
            return ring


def half(ring):
    """One side of a polygon, cut between two of its corners."""
    return ring[:len(ring) // 2 + 2]


def restoration_polygons(names, regions):
    """(attributes, kind, rings)."""
    r, taken, number = random.Random("restoration"), Taken(), 0

    def row(code, reserve, site, programme, stage, year, month, ring, cause=""):
        return ({"编号": code, "保护区": reserve, "治理点": site, "治理项目": programme, "活动类型": cause, "治理阶段": stage, "完成日期": f"{year}-{month:02}-{1 + number % 27:02}",
                 "完成时限": "2018-12-31" if number % 4 == 0 else "2019-12-31", "备注": NOTE}, "Polygon", [ring])

    for reserve, count in SITES.items():
        for _ in range(count):
            number += 1
            ring, name, cause = place(r, regions[reserve], taken, 1e4 * (3 + 40 * r.random() ** 2)), f"示例治理点{number}", CAUSES[number % 5]
            reached = 1 + number % 4
            for k, (stage, year, month) in enumerate(STAGES[:reached]):
                part = half(ring) if stage == "治理恢复" and number % 3 == 0 else ring
                if stage == "州级验收" and number % 3 == 0:
                    part = half(ring)
                yield row(f"示例{number}-{k + 1}", names[reserve], name, "示例项目甲", stage, year, month, part, cause)
            if number == 3:  # ground disturbed again: no fault, but it leaves what was done
                yield row("示例3-5", names[reserve], name, "示例项目甲", "再次破坏", 2019, 2, half(ring), cause)
            if number == 7:  # planted: another programme claims the same ground
                yield row("示例7-重复", names[reserve], "示例治理点7东", "示例项目乙", "治理恢复", 2018, 9, ring, cause)
            if number == 11:  # planted: last year's polygon reported as new
                yield row("示例11-累计", names[reserve], name, "示例项目甲", "治理恢复", 2019, 1, ring, cause)
            if number == 6:  # planted: sent back, and in the wrong reserve
                yield row("示例6-退回", names[reserve], name, "示例项目甲", "退回再整改", 2018, 12, half(ring), cause)
    ring = place(r, regions["altun-mountain"], taken, 2e5)
    number += 1
    yield row("示例错区", names["middle-kunlun"], "示例治理点错区", "示例项目甲", "治理恢复", 2018, 6, ring, "采矿权")
