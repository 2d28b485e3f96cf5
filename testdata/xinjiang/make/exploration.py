# SPDX-License-Identifier: Apache-2.0
"""Exploration rights. Counts come from the report where it has some; the spread of the others over reserves is free."""
import random

from .ellipsoid import ring_area
from .licences import COUNTIES, exploration_dates, exploration_licence, mineral, place_name
from .place import Scatter, Taken, across, block_ring, clear, inside, touching

#  reserve: (inside, across the border, of all these not new or renewed since 2013)
COUNTS = {
    "ili-black-bee": (474, 14, 188), "taxkorgan": (125, 5, 0), "two-rivers-source": (72, 6, 0),      # items 55.13, 55.11, 55.9
    "lop-nur": (110, 8, 0), "kalamaili": (90, 6, 0), "altun-mountain": (66, 4, 0), "middle-kunlun": (46, 2, 0),
    "barluk-mountain": (19, 1, 0), "pamir-wetland": (16, 0, 0), "tomur-peak": (13, 1, 0), "kanas": (14, 0, 0),
    "bayanbulak": (12, 0, 0), "gongnaisi-meadow": (11, 1, 0), "jintas-steppe": (9, 0, 0), "kektohay-wetland": (7, 1, 0),
    "qitai-desert-grassland": (8, 0, 0), "ganjiahu": (4, 1, 0), "huocheng-tortoise": (4, 0, 0), "bogda-peak": (3, 0, 0),
    "bulgan-beaver": (0, 2, 0), "ili-fraxinus": (2, 0, 0), "gongliu-walnut": (1, 0, 0)}
SORTS = {"lapsed": 324, "filed": 403, "valid": 243}                      # item 15
TWO_RIVERS = {"lapsed": 40, "filed": 30, "valid": 8}                     # 60 of 78 cancelled: 40 lapsed and 20 filed
NEW = 70                                                                 # item 15: 70 new, 900 renewed
NOTIFIED_THEN_CANCELLED = 59                                             # item 15, of those filed or valid
TOUCHING = ("kalamaili", "kalamaili", "tarim-populus", "west-tianshan")
CLEAR = 110
CROSSED = [(93.4, 40.4), (93.45, 40.43), (93.45, 40.4), (93.4, 40.43)]  # its ring crosses itself, as registers happen to have it


def area_m2(r, reserve):
    size = {"gongliu-walnut": 0.3, "ili-fraxinus": 0.6, "huocheng-tortoise": 2, "bogda-peak": 2, "bulgan-beaver": 3}.get(reserve)
    if size is None:
        size = 3.2 if reserve == "ili-black-bee" else 6
    return size * 1e6 * (0.35 + 1.5 * r.random() ** 2)


def shuffled(r, items):
    items = list(items)
    for i in range(len(items) - 1, 0, -1):
        j = int(r.random() * (i + 1))
        items[i], items[j] = items[j], items[i]
    return items


def sorts_by_reserve(r):
    """For each reserve the list of sorts of its rights, in the order in which they are drawn."""
    rest = shuffled(r, [s for s, n in SORTS.items() for _ in range(n - TWO_RIVERS[s])])
    result = {"two-rivers-source": shuffled(r, [s for s, n in TWO_RIVERS.items() for _ in range(n)])}
    for reserve, (within, over, old) in COUNTS.items():
        if reserve != "two-rivers-source":
            n = within + over - old
            result[reserve] = shuffled(r, rest[:n] + ["old"] * old)
            rest = rest[n:]
    assert not rest
    return result


def draw_rings(reserves, regions, coverage):
    """(reserve or "", ring, remark), in the order of the file."""
    taken, out = Taken(), []
    for reserve, (within, over, _) in COUNTS.items():
        scatter = Scatter("exploration/" + reserve, regions[reserve], 3 + within // 25)
        others = [g for k, g in regions.items() if k != reserve]
        margin = 40 if reserve in ("gongliu-walnut", "ili-fraxinus") else 500
        out += [(reserve, across(scatter, taken, block_ring, area_m2(scatter.r, reserve), others), "") for _ in range(over)]
        out += [(reserve, inside(scatter, taken, block_ring, area_m2(scatter.r, reserve), margin), "") for _ in range(within)]
    for reserve in TOUCHING:
        scatter = Scatter(f"touching/{reserve}/{len(out)}", regions[reserve], 0)
        others = [g for k, g in regions.items() if k != reserve]
        out.append(("", touching(scatter, taken, 900, others), "与保护区边界相接，不重叠"))
    scatter = Scatter("exploration/clear", coverage, 14)
    out += [("", clear(scatter, taken, block_ring, 9e6 * (0.4 + scatter.r.random()), regions.values()), "") for _ in range(CLEAR)]
    return out + [("", CROSSED, "拐点顺序有误，边界自相交")]


def status(sort, cancelled):
    return {"lapsed": "已注销", "old": "已过期", "none": "有效"}.get(sort, "已注销" if cancelled else "已下达注销告知书")


def attributes(r, reserve, ring, remark, sort, act, serial, cancelled):
    first, granted, expires, filed = exploration_dates(r, "valid" if sort == "none" else sort, act)
    name = mineral(r)
    county = COUNTIES[reserve]
    return {"许可证号": exploration_licence(r, first, name, serial), "项目名称": f"新疆{county}{place_name(r)}{name}矿勘查",
            "探矿权人": f"示例地质勘查{1 + int(r.random() * 180)}号公司", "勘查矿种": name, "勘查阶段": "详查" if r.random() < 0.3 else "普查",
            "总面积": round(ring_area(ring) / 1e6, 2), "首次设立": first.isoformat(), "签发时间": granted.isoformat(), "有效期起": granted.isoformat(),
            "有效期止": expires.isoformat(), "延续申请": filed and filed.isoformat(), "变更类型": act, "状态": status(sort, cancelled),
            "自2013起": "是" if sort in SORTS and reserve else "否", "行政区": county, "备注": remark}


def exploration_rights(reserves, regions, coverage):
    r = random.Random("exploration/attributes")
    sorts = sorts_by_reserve(r)
    rings = draw_rings(reserves, regions, coverage)
    acts = iter(shuffled(r, ["新立"] * NEW + ["延续"] * (sum(SORTS.values()) - NEW)))
    left = {"two-rivers-source": 20, "": NOTIFIED_THEN_CANCELLED - 20}
    out = []
    for serial, (reserve, ring, remark) in enumerate(rings, 1):
        sort = sorts[reserve].pop(0) if reserve else "none"
        act = next(acts) if sort in SORTS else "延续" if r.random() < 0.8 else "新立"
        cancelled = False
        if sort == "filed":
            pool = reserve if reserve == "two-rivers-source" else ""
            cancelled = left[pool] > 0 and (pool != "" or r.random() < 0.3)
            left[pool] -= cancelled
        out.append((attributes(r, reserve, ring, remark, sort, act, serial, cancelled), "Polygon", [ring]))
    assert not any(left.values())
    return out
