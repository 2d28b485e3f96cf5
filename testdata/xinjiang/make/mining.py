# SPDX-License-Identifier: Apache-2.0
"""Mining rights. Names of mines are those of the report where it gives one; the other names and all holders are made up."""
import random
from datetime import date, timedelta

from osgeo import ogr

from .ellipsoid import ring_area
from .licences import COUNTIES, METALS, later, mineral, mining_dates, mining_licence, place_name
from .place import Scatter, Taken, across, clear, inside, mining_ring, touching

#  where it lies, where it is booked, inside, across, new since 2013, renewed since 2013, status, exit, county
GROUPS = (
    ("ili-black-bee", "", 382, 6, 2, 12, "有效", "", ""),                                            # 55.13
    ("taxkorgan", "", 22, 0, 2, 6, "已注销", "注销式退出", ""),                                      # 55.11
    ("altun-mountain", "阿尔金山", 9, 0, 1, 3, "已注销", "注销式退出", ""),                          # 55.15
    ("altun-mountain", "中昆仑", 3, 0, 0, 1, "已注销", "注销式退出", ""),                            # 55.16
    ("middle-kunlun", "中昆仑", 5, 0, 0, 2, "已注销", "注销式退出", ""),                             # 55.16
    ("pamir-wetland", "", 1, 0, 0, 1, "已注销", "注销式退出", ""),                                   # 55.17
    ("lop-nur", "", 25, 0, 1, 11, "已注销", "注销式退出", "哈密市"),                                 # 55.14, 58
    ("lop-nur", "", 3, 0, 0, 1, "已注销", "注销式退出", "吐鲁番市"),                                 # 59
    ("lop-nur", "", 0, 3, 0, 0, "范围缩减", "扣除式退出", "吐鲁番市"),                               # 59
    ("kalamaili", "", 3, 1, 1, 2, "有效", "", ""), ("barluk-mountain", "", 2, 0, 1, 1, "有效", "", ""),
    ("bulgan-beaver", "", 0, 1, 0, 1, "有效", "", ""), ("kanas", "", 1, 0, 0, 1, "有效", "", ""),
    ("tomur-peak", "", 1, 0, 0, 1, "有效", "", ""), ("qitai-desert-grassland", "", 2, 0, 0, 0, "有效", "", ""))
#  (reserve, county) -> (name, holder, mineral, act since 2013 or "", granted or None)
NAMED = {
    ("ili-black-bee", ""): [("尼勒克县豫兴煤矿", "", "煤", "", None), ("尼勒克县科尔克煤矿", "", "煤", "", None),
                            ("尼勒克县宏泰煤矿", "", "煤", "", None)],                                # 6
    ("pamir-wetland", ""): [("阿克陶县铜矿(示意)", "喀什华伟矿业有限公司", "铜", "延续", None)],      # 55.17
    ("lop-nur", "哈密市"): [("裤子山饰面石材花岗岩矿", "新疆钟振矿业开发有限责任公司", "花岗岩", "新立", date(2014, 10, 15)),  # 16
                            ("磁海铁矿", "新疆钢铁雅满苏矿业有限责任公司", "铁", "", None)],          # 55.14, 58
    ("lop-nur", "吐鲁番市"): [("鄯善县维权铜矿", "吐鲁番金源矿冶有限责任公司", "铜", "延续", date(2014, 12, 15)),  # 17
                              ("鄯善县三峰铁矿", "", "铁", "", None), ("鄯善县红岭铁矿", "", "铁", "", None),  # 59
                              ("托克逊盐矿", "托克逊县中泰化学盐化有限责任公司", "盐", "", None),
                              ("乌勇布拉克盐矿(天业)", "吐鲁番天业矿业开发有限责任公司", "盐", "", None),
                              ("乌勇布拉克盐矿(沈宏)", "新疆沈宏集团股份有限公司", "盐", "", None)]}
FIRST_BATCH = 20  # item 15: cancelled in the first batch, here all among those new or renewed since 2013
TOUCHING = ("bayanbulak", "xarxili", "kanas")
NEAR = ("kekesu-wetland", 12)  # a right that many metres outside: closer than the stated accuracies
CLEAR = 60
FIELDS = (("许可证号", ogr.OFTString, 23, 0), ("矿山名称", ogr.OFTString, 60, 0), ("申请人", ogr.OFTString, 60, 0),
          ("开采矿种", ogr.OFTString, 20, 0), ("矿区面积", ogr.OFTReal, 12, 4), ("签发时间", ogr.OFTDate, 10, 0),
          ("有效期起", ogr.OFTDate, 10, 0), ("有效期止", ogr.OFTDate, 10, 0), ("变更类型", ogr.OFTString, 8, 0),
          ("状态", ogr.OFTString, 20, 0), ("退出方式", ogr.OFTString, 20, 0), ("注销批次", ogr.OFTString, 10, 0),
          ("自2013起", ogr.OFTString, 4, 0), ("登记保护", ogr.OFTString, 40, 0), ("行政区", ogr.OFTString, 30, 0),
          ("备注", ogr.OFTString, 80, 0))


def area_m2(r):
    return 1e6 * (0.05 + 1.4 * r.random() ** 3)


def draw_group(group, serial, regions, taken):
    reserve, _, within, over = group[:4]
    scatter = Scatter(f"mining/{serial}", regions[reserve], 2 + within // 20)
    others = [g for k, g in regions.items() if k != reserve]
    rings = [inside(scatter, taken, mining_ring, area_m2(scatter.r)) for _ in range(within)]
    size = 4e6 if group[7] == "扣除式退出" else 0.8e6
    return rings + [across(scatter, taken, mining_ring, size, others) for _ in range(over)]


def acts_of(group, named):
    """New and renewed ones first, named ones as they must be."""
    new, renewed = group[4], group[5]
    acts = [n[3] for n in named]
    new, renewed = new - acts.count("新立"), renewed - acts.count("延续")
    rest = group[2] + group[3] - len(named)
    return acts + ["新立"] * new + ["延续"] * renewed + [""] * (rest - new - renewed)


def record(r, serial, ring, group, act, named):
    reserve, booked, status, exit_way, county = group[0], group[1], group[6], group[7], group[8]
    county = county or COUNTIES[reserve]
    since = act != ""
    act = act or ("延续" if r.random() < 0.7 else "新立")
    granted, expires = mining_dates(r, since, act)
    kind = mineral(r)
    if exit_way == "扣除式退出":
        expires = later(granted, 20)  # still running: an expired right would have been cancelled, not cut
    name, holder = f"{county}{place_name(r)}{kind}{'矿' if kind in METALS or kind == '煤' else '矿点'}", ""
    if named:
        name, holder, kind = named[0], named[1], named[2]
        if named[4]:
            expires, granted = named[4] + (expires - granted), named[4]
    holder = holder or f"示例矿业{1 + int(r.random() * 240)}号公司"
    batch = ""
    return [mining_licence(granted, kind, serial), name, holder, kind, round(ring_area(ring) / 1e6, 4), granted.isoformat(),
            granted.isoformat(), expires.isoformat(), act, status, exit_way, batch, "是" if since else "否", booked, county, ""]


def in_reserves(r, regions, taken):
    rows, named_left = [], {k: list(v) for k, v in NAMED.items()}
    for number, group in enumerate(GROUPS):
        size = group[2] + group[3]
        names = named_left.get((group[0], group[8]), [])
        named = [names.pop(0) for _ in range(min(len(names), size))]
        for i, (ring, act) in enumerate(zip(draw_group(group, number, regions, taken), acts_of(group, named))):
            rows.append((record(r, len(rows) + 1, ring, group, act, named[i] if i < len(named) else None), ring))
    first = [v for v, _ in rows if v[12] == "是" and v[9] == "已注销"][:FIRST_BATCH]
    for values in first:
        values[11] = "第一批"
    return rows


def outside(r, regions, coverage, taken, serial):
    rows = []

    def add(ring, remark):
        values = record(r, serial + len(rows) + 1, ring, ("", "", 1, 0, 0, 0, "有效", "", ""), "", None)
        rows.append((values[:-1] + [remark], ring))
    for reserve in TOUCHING:
        scatter = Scatter("mining/touching/" + reserve, regions[reserve], 0)
        add(touching(scatter, taken, 700, [g for k, g in regions.items() if k != reserve]), "与保护区边界相接，不重叠")
    scatter = Scatter("mining/near", regions[NEAR[0]], 0)
    add(touching(scatter, taken, 500, [g for k, g in regions.items() if k != NEAR[0]], NEAR[1]), "距保护区边界不足精度")
    scatter = Scatter("mining/clear", coverage, 12)
    for _ in range(CLEAR):
        add(clear(scatter, taken, mining_ring, area_m2(scatter.r), regions.values()), "")
    return rows


def mining_rights(regions, coverage):
    """(values, ring), in the order of the file."""
    r, taken = random.Random("mining/attributes"), Taken()
    rows = in_reserves(r, regions, taken)
    return rows + outside(r, regions, coverage, taken, len(rows))
