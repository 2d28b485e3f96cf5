# SPDX-License-Identifier: Apache-2.0
"""Attributes of rights: names, licence numbers and the dates that decide into which class a right falls."""
from datetime import date, timedelta

AS_OF = date(2019, 3, 31)
COUNTIES = {
    "kanas": "布尔津县", "bayanbulak": "和静县", "altun-mountain": "若羌县", "west-tianshan": "巩留县", "ganjiahu": "乌苏市",
    "tomur-peak": "温宿县", "lop-nur": "若羌县", "tarim-populus": "尉犁县", "ebinur-lake": "精河县", "bulgan-beaver": "青河县",
    "barluk-mountain": "裕民县", "huocheng-tortoise": "霍城县", "ili-fraxinus": "伊宁县", "wenquan-salamander": "温泉县",
    "kekesu-wetland": "阿勒泰市", "kalamaili": "富蕴县", "taxkorgan": "塔什库尔干县", "middle-kunlun": "且末县",
    "pamir-wetland": "阿克陶县", "two-rivers-source": "富蕴县", "bogda-peak": "阜康市", "gongliu-walnut": "巩留县",
    "kektohay-wetland": "哈巴河县", "xarxili": "博乐市", "qitai-desert-grassland": "奇台县", "jintas-steppe": "福海县",
    "gongnaisi-meadow": "新源县", "ili-black-bee": "尼勒克县", "shaya-upper-tarim": "沙雅县", "": ""}
FIRST = "阿克 喀拉 乌鲁 塔斯 苏鲁 克孜 萨尔 库鲁 巴勒 也尔 托克 吉勒 沙尔 奎尔 哈拉 莫依 卡因 布特 达巴 英阿".split()
LAST = "布拉克 萨依 苏 山 沟 塔格 巴斯套 德 干 什 河东 河西 北山 南坡 达坂".split()
METALS = "金 铜 铁 铅锌 镍 钨 锂 钼 锰 铬".split()
OTHERS = "煤 煤 石灰岩 花岗岩 石膏 盐 萤石 铀".split()
CLASS = {"煤": "01", "铀": "01"}


def pick(r, items):
    return items[int(r.random() * len(items))]


def day(r, first, last):
    return first + timedelta(days=int(r.random() * ((last - first).days + 1)))


def later(start, years):
    """The day before the anniversary; 28 February for a leap day."""
    try:
        end = start.replace(year=start.year + years)
    except ValueError:
        end = start.replace(year=start.year + years, day=28)
    return end - timedelta(days=1)


def mineral(r):
    return pick(r, METALS) if r.random() < 0.7 else pick(r, OTHERS)


def mineral_class(name):
    return CLASS.get(name, "02" if name in METALS else "03")


def place_name(r):
    return pick(r, FIRST) + pick(r, LAST)


def exploration_dates(r, sort, act):
    """(first registered, granted, expires, renewal filed). The three sorts are those of the report's item 15:
    lapsed = expired and no renewal filed, filed = expired but filed in time, valid = still running on 2019-03-31."""
    years = 3 if act == "新立" else 2
    if sort == "old":
        granted = day(r, date(2008, 1, 1), date(2010, 10, 31))
    elif sort == "valid":
        years = 3
        granted = day(r, date(2016, 4, 20), date(2017, 7, 28))
    else:
        granted = day(r, date(2013, 1, 4), date(2016, 3, 10))
    expires = later(granted, years)
    filed = expires - timedelta(days=30 + int(r.random() * 55)) if sort == "filed" else None
    first = granted if act == "新立" else day(r, date(2003, 1, 1), date(2007, 12, 31) if sort == "old" else date(2011, 6, 30))
    return first, granted, expires, filed


def exploration_licence(r, first, name, serial):
    return f"T651{first:%Y%m}{mineral_class(name)}{serial:06d}"


def mining_licence(granted, name, serial):
    return f"C650000{granted:%Y%m}{mineral_class(name)[1]}110{serial:06d}"


def mining_dates(r, since_2013, act):
    """(granted, expires)."""
    if not since_2013:
        granted = day(r, date(2003, 1, 1), date(2012, 12, 20))
    else:
        granted = day(r, date(2013, 2, 1), date(2017, 7, 20))
    return granted, later(granted, 10 if act == "新立" else pick(r, (3, 5, 10)))
