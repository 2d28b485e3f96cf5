# SPDX-License-Identifier: Apache-2.0
"""The 29 reserves of 2019 as they are drawn. Areas in hectares and boxes (west, east, south, north) come from the register;
`box` is where the outline goes, which is a part of the published extent where that is loose or runs into a neighbour."""
from collections import namedtuple

Row = namedtuple("Row", "id name level type area_ha since box how zones follows")
#  how: fill = touches all four sides of the published extent; shrink = the published area, somewhere inside the extent;
#       band = a strip along a river inside the extent
#  neighbour: drawn into its box and then cut off at the border with the other one
#  zones: (core, buffer, experimental) in ha, or None
NATIONAL, REGIONAL = "国家级", "自治区级"
BOTH, AREA = "面积与范围", "面积"
EXTENT_LOOSE = "面积(公布范围较粗，仅作位置参考)"
NEIGHBOUR = "面积；两保护区公布范围重叠处(87.17—87.5度)按示意界线分开"
SHIFTED = "面积(范围内避让相邻保护区)"

ROWS = [
    Row("kanas", "新疆哈纳斯", NATIONAL, "森林生态", 220162, 1980, (86.9, 87.9, 48.58, 49.18), "fill", None, BOTH),
    Row("bayanbulak", "新疆巴音布鲁克", NATIONAL, "野生动物", 148689, 1980, (83.3, 84.5, 42.62, 43.0), "shrink", None, EXTENT_LOOSE),
    Row("altun-mountain", "新疆阿尔金山", NATIONAL, "荒漠生态", 4500000, 1983, (86.75, 91.3, 36.0, 37.82), "neighbour", None, NEIGHBOUR),
    Row("west-tianshan", "新疆西天山", NATIONAL, "森林生态", 31217, 1983, (82.8, 83.1, 43.05, 43.26), "fill", None, BOTH),
    Row("ganjiahu", "新疆甘家湖梭梭林", NATIONAL, "荒漠生态", 54667, 1983, (83.27, 83.87, 44.77, 44.97), "fill",
        (6455, 25935, 22277), BOTH),
    Row("tomur-peak", "新疆托木尔峰", NATIONAL, "森林生态", 237638, 1980, (79.83, 80.9, 41.67, 42.07), "fill",
        (95000, 62000, 80638), BOTH),
    Row("lop-nur", "新疆罗布泊野骆驼", NATIONAL, "野生动物", 6120000, 1986, (89.0, 93.5, 38.7, 42.42), "fill",
        (1310000, 1640000, 3170000), BOTH),
    Row("tarim-populus", "新疆塔里木胡杨", NATIONAL, "荒漠生态", 395420, 1983, (84.25, 85.5, 40.92, 41.25), "shrink",
        (180383, 181996, 33041), "面积(公布面积大于公布范围，取面积，范围外扩)"),
    Row("ebinur-lake", "新疆艾比湖湿地", NATIONAL, "湿地生态", 267085, 2000, (82.6, 83.25, 44.5, 45.15), "fill",
        (98000, 72000, 97085), "面积(公布范围与甘家湖重叠，东界西移至83.25度)"),
    Row("bulgan-beaver", "新疆布尔根河狸", NATIONAL, "野生动物", 5000, 1980, (90.35, 91.0, 46.04, 46.22), "band", None, EXTENT_LOOSE),
    Row("barluk-mountain", "新疆巴尔鲁克山", NATIONAL, "森林生态", 115037, 1980, (82.43, 83.22, 45.7, 46.05), "fill", None, BOTH),
    Row("huocheng-tortoise", "新疆霍城四爪陆龟", NATIONAL, "野生动物", 27000, 1983, (80.6, 81.0, 44.1, 44.35), "shrink",
        (7200, 6300, 13500), EXTENT_LOOSE),
    Row("ili-fraxinus", "新疆伊犁小叶白蜡", NATIONAL, "野生植物", 9103, 1983, (81.82, 82.17, 43.7, 43.83), "band", None, EXTENT_LOOSE),
    Row("wenquan-salamander", "新疆温泉新疆北鲵", NATIONAL, "野生动物", 694.5, 1997, (80.43, 80.57, 44.83, 44.95), "shrink",
        (100, 394.5, 200), EXTENT_LOOSE),
    Row("kekesu-wetland", "新疆阿勒泰科克苏湿地", NATIONAL, "湿地生态", 30667, 2001, (87.1, 87.6, 47.4, 47.7), "shrink", None, EXTENT_LOOSE),
    Row("kalamaili", "卡拉麦里山有蹄类野生动物", REGIONAL, "野生动物", 1485648, 1982, (88.5, 90.05, 44.6, 46.0), "fill", None, BOTH),
    Row("taxkorgan", "塔什库尔干野生动物", REGIONAL, "野生动物", 1500000, 1984, (74.6, 77.0, 35.7, 37.5), "shrink", None, EXTENT_LOOSE),
    Row("middle-kunlun", "中昆仑", REGIONAL, "荒漠生态", 3200000, 2001, (84.0, 87.95, 35.7, 37.3), "neighbour", None, NEIGHBOUR),
    Row("pamir-wetland", "帕米尔高原湿地", REGIONAL, "湿地生态", 125600, 2005, (74.3, 75.2, 38.1, 39.0), "shrink", None, EXTENT_LOOSE),
    Row("two-rivers-source", "阿尔泰山两河源", REGIONAL, "森林生态", 1130100, 2001, (88.75, 91.0, 46.6, 47.9), "fill", None, SHIFTED),
    Row("bogda-peak", "天池博格达峰", REGIONAL, "森林生态", 38069, 1980, (87.95, 88.35, 43.75, 44.0), "fill", None, BOTH),
    Row("gongliu-walnut", "巩留野核桃", REGIONAL, "野生植物", 1180, 1983, (82.24, 82.3, 43.32, 43.4), "shrink", None, EXTENT_LOOSE),
    Row("kektohay-wetland", "额尔齐斯河科克托海湿地", REGIONAL, "湿地生态", 99040, 2005, (85.5, 86.5, 47.8, 48.15), "band", None, EXTENT_LOOSE),
    Row("xarxili", "夏尔西里", REGIONAL, "森林生态", 31400, 2000, (81.75, 82.55, 45.13, 45.37), "shrink", None, EXTENT_LOOSE),
    Row("qitai-desert-grassland", "奇台荒漠类草地", REGIONAL, "草原草甸", 38600, 1986, (89.5, 90.2, 44.12, 44.54), "shrink", None, SHIFTED),
    Row("jintas-steppe", "福海金塔斯山地草原类草地", REGIONAL, "草原草甸", 56700, 1986, (88.05, 88.6, 47.7, 48.05), "shrink", None, SHIFTED),
    Row("gongnaisi-meadow", "巩乃斯天山中部山地草甸类草地", REGIONAL, "草原草甸", 65300, 1986, (83.3, 84.2, 43.12, 43.46), "shrink", None, SHIFTED),
    Row("ili-black-bee", "伊犁黑蜂", REGIONAL, "野生动物", None, 1980, (82.3, 84.9, 43.54, 44.3), "shrink", None,
        "均未公布(示意范围约一万平方公里)"),
    Row("shaya-upper-tarim", "沙雅县塔里木河上游湿地", REGIONAL, "湿地生态", 256840, 2004, (81.8, 83.7, 40.5, 41.3), "band", None, EXTENT_LOOSE),
]
ZONING = {"ili-black-bee": "未分区", "gongliu-walnut": "未分区"}  # others without zones here: not known
UNPUBLISHED_HA = {"ili-black-bee": 1000000}
ZONE_AREAS_DRAWN = {"tomur-peak", "ebinur-lake", "huocheng-tortoise"}  # the report speaks of zones, no areas are published
