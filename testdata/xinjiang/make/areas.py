# SPDX-License-Identifier: Apache-2.0
"""Areas that are not reserves, all schematic: the extent of Xinjiang, red lines, scenic areas, drinking-water sources."""
import math
import random

from .ellipsoid import metres_per_degree, polygon_area, ring_area
from .place import Region, polygon
from .shapes import Blob, inner_ring, outline, rounded

NOTE = "示意，非法定边界"
#  a rough outline, a little outside the border, so that every reserve lies within
XINJIANG = [(73.4, 39.4), (73.6, 38.4), (74.3, 38.0), (74.4, 37.2), (74.3, 36.5), (75.2, 35.7), (76.2, 35.5), (77.6, 35.3), (79.3, 35.4),
            (80.3, 35.2), (81.8, 35.2), (83.0, 35.3), (84.6, 35.4), (86.2, 35.4), (87.8, 35.6), (89.6, 35.8), (91.4, 35.8), (91.6, 36.6),
            (91.2, 37.4), (91.0, 38.2), (92.4, 38.4), (93.8, 38.5), (93.9, 39.4), (94.6, 40.4), (95.4, 41.3), (96.4, 42.3), (96.4, 42.9),
            (95.6, 44.3), (94.4, 44.6), (93.4, 45.0), (91.8, 45.1), (91.2, 45.4), (91.3, 46.2), (91.2, 46.9), (91.2, 48.1), (90.2, 48.4),
            (89.2, 48.2), (88.4, 48.5), (88.0, 49.2), (87.3, 49.3), (86.7, 49.15), (86.3, 48.5), (85.5, 48.25), (85.2, 47.2), (83.9, 47.2),
            (82.9, 46.9), (82.2, 45.9), (81.7, 45.45), (80.5, 45.2), (79.9, 45.0), (80.2, 44.2), (80.1, 43.0), (80.0, 42.3), (78.9, 41.8),
            (77.4, 41.2), (76.2, 40.6), (75.0, 40.6), (73.9, 40.1)]
#  name, type, code, region, how many, mean area km2
REGIONS = (("阿尔泰山水源涵养", "水源涵养", 11, (86.2, 90.6, 47.0, 48.8), 4, 2600),
           ("准噶尔西部山地生物多样性维护", "生物多样性维护", 12, (82.6, 86.0, 45.6, 47.0), 4, 2300),
           ("准噶尔盆地防风固沙", "防风固沙", 14, (84.6, 88.4, 44.4, 46.2), 5, 6500),
           ("准噶尔东部土地沙化", "土地沙化", 22, (90.2, 94.0, 43.9, 45.2), 4, 4200),
           ("天山中段水源涵养", "水源涵养", 11, (84.8, 88.0, 42.7, 43.8), 5, 3600),
           ("天山西段水土保持", "水土保持", 13, (80.4, 84.8, 42.2, 43.4), 4, 2600),
           ("东天山水源涵养", "水源涵养", 11, (89.0, 95.0, 43.0, 43.9), 4, 3300),
           ("塔里木河下游生物多样性维护", "生物多样性维护", 12, (86.2, 88.8, 39.4, 41.2), 4, 5200),
           ("塔克拉玛干防风固沙", "防风固沙", 14, (78.0, 86.0, 37.6, 40.4), 7, 13500),
           ("昆仑山北坡水土流失", "水土流失", 21, (77.4, 84.0, 35.8, 37.4), 5, 9500),
           ("帕米尔—喀喇昆仑水源涵养", "水源涵养", 11, (74.2, 77.4, 37.3, 39.6), 4, 4600),
           ("吐哈盆地盐渍化", "盐渍化", 24, (88.0, 95.6, 41.2, 42.9), 4, 3600))
SCALE = 0.745  # brings the sum near the 424,200 km2 of the report
NOT_IN_RED_LINE = ("ili-black-bee",)
SCENIC = (("tianchi", "天池风景名胜区", "国家级", [(87.86, 88.22, 43.8, 44.02)], "与天池博格达峰自然保护区重叠"),
          ("kuerdening", "库尔德宁风景名胜区", "自治区级", [(82.72, 82.99, 43.1, 43.33), (82.26, 82.31, 43.35, 43.42)],
           "与西天山、巩留野核桃自然保护区重叠"),
          ("kanas-scenic", "喀纳斯风景名胜区", "自治区级", [(86.98, 87.4, 48.6, 48.98)], "与哈纳斯自然保护区重叠"),
          ("nanshan", "南山风景名胜区", "自治区级", [(86.85, 87.45, 43.16, 43.46)], ""))
WATER = (("water-a", "示例水源地甲", (87.22, 87.38, 43.62, 43.74)), ("water-b", "示例水源地乙", (86.02, 86.18, 44.02, 44.14)))


def schematic(extra=""):
    return NOTE + ("；" + extra if extra else "")


def coverage_features():
    yield {"名称": "新疆范围", "示意": True, "备注": schematic("由若干控制点手绘，用作红线等图层的覆盖范围")}, "Polygon", [XINJIANG]


def red_line_of(reserve):
    if reserve.row.how == "neighbour":
        return reserve.ring  # shares its border with the next reserve, so it may not grow
    rho = 0.8 if reserve.id == "qitai-desert-grassland" else 1.02
    return rounded(reserve.shape.points(lambda t: rho))


def free_blob(r, seed, region, km2, taken, coverage):
    w, e, s, n = region
    for attempt in range(2000):
        size = 0.993 ** attempt
        x, y = w + (e - w) * r.random(), s + (n - s) * r.random()
        mx, my = metres_per_degree(y)
        side, stretch = 1e3 * math.sqrt(km2 / 0.6), math.sqrt(1 + 2 * r.random())
        a, b = side * stretch / mx * size / 2, side / stretch / my * size / 2
        ring = outline(Blob(f"{seed}/{attempt}", (x - a, x + a, y - b, y + b), 240))
        room = polygon([ring]).Buffer(0.01)
        if coverage.prepared.Contains(room) and not any(t.meets(ring, 1000) and t.prepared.Intersects(room) for t in taken):
            return ring
    raise RuntimeError("no room for a red line")


def red_lines(reserves, coverage):
    """(values, ring): most reserves, and ground besides. No two overlap."""
    r, rows, taken = random.Random("red line"), [], []

    def add(name, kind, code, ring):
        rows.append(([f"65{code}{len(rows) + 1:03d}", name, kind, str(code), round(ring_area(ring) / 1e6, 2), "true", NOTE], ring))
        taken.append(Region([ring]))
    for reserve in reserves.values():
        if reserve.id not in NOT_IN_RED_LINE:
            add(reserve.row.name + "生物多样性维护生态保护红线区", "生物多样性维护", 12, red_line_of(reserve))
    taken += [Region([v.ring]) for v in reserves.values() if v.id in NOT_IN_RED_LINE]
    for name, kind, code, region, count, km2 in REGIONS:
        for i in range(count):
            ring = free_blob(r, f"{name}/{i}", region, SCALE * km2 * (0.6 + 0.8 * r.random()), taken, coverage)
            add(f"{name}生态保护红线区{i + 1}", kind, code, ring)
    return rows


def scenic_features():
    for code, name, level, boxes, remark in SCENIC:
        rings = [outline(Blob(f"{code}/{i}", box, 160)) for i, box in enumerate(boxes)]
        attributes = {"编号": code, "名称": name, "级别": level, "示意": True, "备注": schematic(remark)}
        yield (attributes, "MultiPolygon", [[r] for r in rings]) if len(rings) > 1 else (attributes, "Polygon", rings)


def water_features():
    for code, name, box in WATER:
        shape = Blob(code, box, 160)
        outer = outline(shape)
        area = ring_area(outer)
        first, second = inner_ring(shape, code, 0.05, area * 0.08), inner_ring(shape, code, 0.05, area * 0.45)
        for grade, rings in (("一级保护区", [first]), ("二级保护区", [second, first]), ("准保护区", [outer, second])):
            yield {"编号": code, "名称": name, "保护级别": grade, "面积_km2": round(polygon_area(rings) / 1e6, 4), "示意": True,
                   "备注": schematic("虚构的水源地")}, "Polygon", rings
