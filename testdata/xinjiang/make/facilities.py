# SPDX-License-Identifier: Apache-2.0
"""Wells, energy and tourism facilities, buildings, ponds, plants, mine sites and lines. Numbers are those of the report; where it
gives an area the drawn polygons have it; places are made up."""
import math
import random

from osgeo import ogr, osr

from .ellipsoid import ring_area
from .formats import reference
from .place import Region, Scatter, Taken, clear, inside, mining_ring, plot_ring


def point_form(r, x, y, area_m2):
    return [(round(x, 7), round(y, 7))]


def spread(seed, region, sizes, form=plot_ring, clusters=3, margin_m=500, taken=None):
    """One ring per size, clear of one another."""
    scatter, taken = Scatter(seed, region, clusters), taken or Taken()
    return [inside(scatter, taken, form, size, margin_m) for size in sizes]


def shares(r, total, count, least):
    """`count` sizes that sum to `total`, with two decimals."""
    weights = [least + r.random() ** 2 for _ in range(count)]
    sizes = [round(total * w / sum(weights), 2) for w in weights]
    sizes[-1] = round(total - sum(sizes[:-1]), 2)
    return sizes


# --- oil wells and energy facilities --------------------------------------------------------------------------------------------------

READING = "33口、43口、29口按互不包含计"
WELLS = ((8, "中石油", "已封井拆除"), (25, "中石化", "已封井拆除"),                 # 55.12: 33 plugged and removed by March 2019
         (43, "", "2019年底前封井"), (29, "", "2020年底前封井"))                    # 55.12


def oil_wells(regions, coverage):
    region = regions["shaya-upper-tarim"]
    rings = iter(spread("wells", region, [0] * 105, point_form, 6, 150))
    r, rows = random.Random("wells/owners"), []
    for count, owner, status in WELLS:
        for _ in range(count):
            x, y = next(rings)[0]
            rows.append(well(len(rows) + 1, owner or ("中石油" if r.random() < 0.35 else "中石化"), x, y, status, READING))
    scatter, taken = Scatter("wells/clear", coverage, 3), Taken()
    for _ in range(14):
        x, y = clear(scatter, taken, point_form, 0, regions.values())[0]
        rows.append(well(len(rows) + 1, "中石油", x, y, "在产", ""))
    rows.append(well(len(rows) + 1, "中石化", 0, 0, "在产", "坐标缺失，以0代替"))
    return rows


def well(number, owner, x, y, status, remark):
    return {"井号": f"SY{number:03d}", "公司": owner, "井别": "采油井", "经度": f"{x:.7f}", "纬度": f"{y:.7f}", "状态": status, "备注": remark}


def energy_facilities(regions):
    """75 facilities, all shut: 61 cleared by the end of 2018, 14 wells still standing (55.4)."""
    points = [ring[0] for ring in spread("energy", regions["tarim-populus"], [0] * 75, point_form, 5, 200)]
    for i, p in enumerate(points):
        standing = i >= 61
        kind = "油井" if standing or i % 3 else ("计量站", "集输站", "变电所")[i // 3 % 3]
        yield {"编号": f"TL{i + 1:03d}", "名称": f"塔里木胡杨{kind}{i + 1}", "类型": kind, "关停": "是",
               "状态": "未拆除" if standing else "已拆除", "备注": "2019年底前拆除" if standing else "2018年底前拆除清理"}, "Point", p


# --- tourism --------------------------------------------------------------------------------------------------------------------------

KANAS_NAMED = (("喀纳斯变电站", "变电站"), ("移动工作站", "工作站"), ("电信公司工作站", "工作站"))
KANAS = 27  # 55.1: forest permits 9 + 18, environmental permits 26 + 1, land permits 18 + 9 all make 27; 3 of them complete


def tourism(number, name, kind, ring, status, remark="", permits=("", "", "")):
    return {"编号": f"LY{number:03d}", "名称": name, "类型": kind, "占地面积": round(ring_area(ring), 1), "林地手续": permits[0],
            "环评手续": permits[1], "土地手续": permits[2], "状态": status, "备注": remark}, "Polygon", [ring]


def permits(i):
    done = ("待审批", "已完成")
    return done[i < 9], done[i != KANAS - 1], done[i < 18]


def tourism_facilities(reserves, regions):
    r, out = random.Random("tourism"), []
    for i, ring in enumerate(spread("kanas", regions["kanas"], shares(r, 61000, KANAS, 0.3))):
        name, kind = KANAS_NAMED[i] if i < 3 else (f"喀纳斯景区旅游设施{i - 2}", "旅游设施")
        out.append(tourism(len(out) + 1, name, kind, ring, "手续齐全" if i < 3 else "手续办理中", "", permits(i)))
    for i, ring in enumerate(spread("west-tianshan", regions["west-tianshan"], shares(r, 19199, 17, 0.2))):
        out.append(tourism(len(out) + 1, f"西天山旅游设施{i + 1}", "旅游设施", ring, "已拆除", "17处合计19199平方米"))
    for ring in spread("walnut", regions["gongliu-walnut"], [560], margin_m=300):
        out.append(tourism(len(out) + 1, "木栈道、游客观景亭", "旅游设施", ring, "已拆除", "560平方米"))
    experimental = Region(reserves["huocheng-tortoise"].zone("实验区"))
    for ring in spread("ski", experimental, [96000], clusters=0, margin_m=80):
        out.append(tourism(len(out) + 1, "芦草沟镇妖魔山滑雪场", "滑雪场", ring, "已拆除", "2017-08-25拆除"))
    for ring in spread("taxkorgan/tourism", regions["taxkorgan"], [5200]):
        out.append(tourism(len(out) + 1, "塔什库尔干旅游企业", "旅游设施", ring, "已清退"))
    return out


# --- what the report calls points of human activity -------------------------------------------------------------------------------------

def human_activities(reserves, regions, nanshan):
    r = random.Random("human")
    tortoise, ebinur = reserves["huocheng-tortoise"], reserves["ebinur-lake"]
    tortoise_zone, taken = Region(tortoise.zone("实验区")), Taken()
    tomur = Region(reserves["tomur-peak"].zone("实验区"))
    groups = (
        ("bogda", regions["bogda-peak"], [(60 + 700 * r.random() ** 2, "建筑设施", s, "") for s, n in
                                          (("已拆除(11月底前)", 54), ("批复保留", 8), ("已办理征占林地手续", 34), ("已拆除(12月)", 3))
                                          for _ in range(n)], 4, 120, None),                                             # 55.10
        ("tortoise", tortoise_zone, [(4000 + 9000 * r.random(), k, "已整治", "2018-05-29完成") for k in
                                     ("鱼塘", "鱼塘", "鱼塘", "鱼塘", "葡萄地", "藕池")], 2, 60, taken),               # 63
        ("plants", tortoise_zone, [(9000 + 9000 * r.random(), "铅锌矿选矿点", "待拆除", "两家企业共5处")] * 5, 1, 60, taken),  # 63
        ("households", tortoise_zone, [(150 + 300 * r.random(), "农牧民居住点", "待搬迁", "2020年底前")] * 12, 2, 60, taken),  # 63
        ("ebinur/core", Region(ebinur.zone("核心区")), [(310000, "卤虫捕捞沟渠", "已拆除", "2017-10拆除")], 0, 500, None),  # 61
        ("ebinur/buffer", Region(ebinur.zone("缓冲区")), [(2340000, "围堰养蟹", "已拆除", "3500余亩")], 0, 100, None),      # 61
        ("gongnaisi", regions["gongnaisi-meadow"], [(a, k, "已拆除", "4处合计1060平方米") for a, k in
                                                    ((320, "计划生育服务站"), (260, "牧业医院"), (240, "马配种站"), (240, "保护区管护站"))],
         1, 500, None),                                                                                                  # 55.2
        ("qitai", regions["qitai-desert-grassland"], [(60000, "砂石料厂", "已关停", "额河引水工程")] +
         [(45000, "金矿", "已关停", "地面建筑已拆除")] * 2 + [(2500, "矿槽", "已回填", "")] * 7, 2, 500, None),         # 55.3
        ("tomur", tomur, [(52000, "煤矿", "已关闭", "库尔归鲁克煤矿，2018-10-16验收"), (38000, "煤矿", "已拆除", "玉尔衮煤矿"),
                          (21000, "尾矿", "已清理", "小台兰煤矿尾矿")], 0, 300, None),                                   # 6, 三(四)1
        ("taxkorgan/other", regions["taxkorgan"], [(8000, "其他企业", "已清退", "")] * 2, 0, 500, None),                # 55.11
        ("nanshan", nanshan, [(573333.33, "煤矿", "已关闭", "名佳煤矿，破坏草地860亩")], 0, 500, None))                 # 69
    out = []
    for seed, region, items, clusters, margin, shared in groups:
        for ring, (_, kind, status, remark) in zip(spread(seed, region, [i[0] for i in items], plot_ring, clusters, margin, shared), items):
            out.append(({"编号": f"RL{len(out) + 1:03d}", "名称": f"{kind}{len(out) + 1}", "类型": kind, "占地面积": round(ring_area(ring), 1),
                         "状态": status, "备注": remark}, "Polygon", [ring]))
    return out


# --- mine sites of Lop Nur, in projected coordinates ------------------------------------------------------------------------------------

SITES = (("核心区", 1), ("缓冲区", 10), ("实验区", 18))  # 57
DAMAGE_M2 = 12.7e6                                       # 57
SITE_KINDS = ("铁矿", "有色金属", "石材", "盐业")
SITE_EPSG = 4518  # CGCS2000, 3-degree zone 30 (90 E) with its prefix
SITE_FIELDS = (("编号", ogr.OFTString, 8, 0), ("名称", ogr.OFTString, 40, 0), ("矿种", ogr.OFTString, 20, 0), ("面积公顷", ogr.OFTReal, 10, 2),
               ("状态", ogr.OFTString, 20, 0), ("备注", ogr.OFTString, 60, 0))


def site_rings(reserve):
    r = random.Random("sites")
    sizes = shares(r, DAMAGE_M2 - 103500, 28, 0.1)
    sizes.insert(1, 103500)  # 裤子山, the first of the buffer zone: 10.35 ha were treated (16)
    taken, rings = Taken(), []
    for zone, count in SITES:
        scatter = Scatter("sites/" + zone, Region(reserve.zone(zone)), 2)
        for _ in range(count):
            rings.append(inside(scatter, taken, plot_ring if len(rings) == 1 else mining_like, sizes[len(rings)], 1500))
    return rings


def mining_like(r, x, y, area_m2):
    """A pit: a mining-right form with the area asked for."""
    ring = mining_ring(r, x, y, area_m2)
    f = math.sqrt(area_m2 / ring_area(ring))
    return [(x + (p - x) * f, y + (q - y) * f) for p, q in ring]


def mine_sites(reserves):
    """(values, ring in EPSG:4518, millimetres)."""
    to_plane = osr.CoordinateTransformation(reference(4490), reference(SITE_EPSG))
    for i, ring in enumerate(site_rings(reserves["lop-nur"]), 1):
        name = "裤子山饰面石材花岗岩矿" if i == 2 else "磁海铁矿" if i == 12 else f"罗布泊采矿点{i}"
        kind = "石材" if i == 2 else "铁矿" if i == 12 else SITE_KINDS[i % 4]
        plane = [(round(p[0], 3), round(p[1], 3)) for p in (to_plane.TransformPoint(x, y) for x, y in ring)]
        yield [f"LB{i:02d}", name, kind, round(ring_area(ring) / 1e4, 2), "治理恢复中" if i == 12 else "已清退", "29处合计12.7平方公里"], plane


# --- lines ------------------------------------------------------------------------------------------------------------------------------

LINES = (("XL1", "示例输气管道", "管道", (83.1, 45.25), (84.1, 44.6)), ("XL2", "示例公路", "公路", (89.1, 44.4), (89.3, 46.3)),
         ("XL3", "示例输电线路", "输电线路", (88.9, 41.2), (91.4, 42.1)))


def linear_infrastructure():
    r = random.Random("lines")
    for code, name, kind, (x1, y1), (x2, y2) in LINES:
        n, points = 40, []
        for i in range(n + 1):
            wiggle = 0.01 * math.sin(math.pi * i / n)
            points.append((round(x1 + (x2 - x1) * i / n + wiggle * (r.random() - 0.5) * 4, 6),
                           round(y1 + (y2 - y1) * i / n + wiggle * (r.random() - 0.5) * 2, 6)))
        yield {"编号": code, "名称": name, "类型": kind, "状态": "在用"}, "LineString", points
