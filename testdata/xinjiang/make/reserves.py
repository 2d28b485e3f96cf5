# SPDX-License-Identifier: Apache-2.0
"""Outlines and zones of the reserves. Zones are rings of one another, so that they cover the outline exactly."""
from .ellipsoid import ring_area
from .reserve_table import ROWS, UNPUBLISHED_HA, ZONE_AREAS_DRAWN, ZONING
from .shapes import Band, Blob, bisect, inner_ring, noise, outline

ZONE_NAMES = ("核心区", "缓冲区", "实验区")
SEEDS = {"middle-kunlun": "middle-kunlun/6"}  # where the first throw did not suit
# the border between Altun Mountain and Middle Kunlun, from south to north
BORDER_STEP = 0.02
BORDER_NOISE = noise("altun-kunlun", 1, 30, 0.9)


class Reserve:
    def __init__(self, row):
        self.row, self.id, self.name = row, row.id, row.name
        self.area_m2 = (row.area_ha or UNPUBLISHED_HA[row.id]) * 1e4
        self.shape = shape_of(row, self.area_m2)
        self.ring = outline(self.shape)
        self.zones = []  # (name, rings)
        if row.zones:
            self.cut_zones()

    def cut_zones(self):
        share = (self.row.zones[0] + self.row.zones[1]) / self.row.area_ha
        wobble = min(0.12, (1 - share ** 0.5) * 0.45)
        core = inner_ring(self.shape, self.id, wobble, self.row.zones[0] * 1e4)
        both = inner_ring(self.shape, self.id, wobble, (self.row.zones[0] + self.row.zones[1]) * 1e4)
        self.zones = list(zip(ZONE_NAMES, ([core], [both, core], [self.ring, both])))

    def zone(self, name):
        return dict(self.zones)[name]


def shape_of(row, area_m2):
    vertices = 480 if area_m2 > 1e10 else 320 if area_m2 > 1e9 else 220
    if row.how == "band":
        return Band(row.id, row.box, vertices).fit(area_m2)
    blob = Blob(SEEDS.get(row.id, row.id), row.box, vertices)
    if row.how == "fill" or row.how == "neighbour":
        return blob.fill_box(area_m2)
    return blob.shrink_box(area_m2)


def border_line():
    """Longitudes around 87.3, one vertex every 0.02 degrees of latitude."""
    return [(round(87.33 + 0.04 * BORDER_NOISE(i * 0.09), 6), round(35.5 + i * BORDER_STEP, 6)) for i in range(140)]


def trim(ring, side):
    """Ring with everything on the wrong side of the border line replaced by vertices of the line (side +1: keep the east)."""
    line = border_line()

    def kept(p):
        i = min(max(int((p[1] - 35.5) / BORDER_STEP), 0), len(line) - 2)
        edge = (line[i][0], line[i + 1][0])
        return p[0] > max(edge) + 0.01 if side > 0 else p[0] < min(edge) - 0.01
    flags = [kept(p) for p in ring]
    runs, n = [], len(ring)
    for i in range(n):
        if flags[i] and not flags[i - 1]:
            j = i
            while flags[j % n]:
                j += 1
            runs.append([ring[k % n] for k in range(i, j)])
    if not runs:
        return ring
    run = max(runs, key=len)
    lats = sorted((run[0][1], run[-1][1]))
    part = [p for p in line if lats[0] <= p[1] <= lats[1]]
    return run + (part if run[-1][1] < run[0][1] else part[::-1])


def fit_neighbours(reserves):
    """Altun Mountain and Middle Kunlun share a piece of border; each still gets its published area."""
    for reserve, side in ((reserves["altun-mountain"], 1), (reserves["middle-kunlun"], -1)):
        shape = reserve.shape

        def area(form, shape=shape, side=side):
            shape.form = form
            return ring_area(trim(outline(shape), side))
        shape.form = bisect(area, reserve.area_m2, 0.0, 2.0)
        reserve.ring = trim(outline(shape), side)


def draw_reserves():
    reserves = {row.id: Reserve(row) for row in ROWS}
    fit_neighbours(reserves)
    return reserves


def note(row):
    text = "示意，非法定边界；"
    if row.id in ZONE_AREAS_DRAWN:
        text += "分区面积未公布，按示意划分；"
    if row.id == "tarim-populus":
        text += "分区面积有两种互相矛盾的说法，此处取核心180383、缓冲181996、实验33041公顷；"
    if row.area_ha is None:
        text += "面积和范围均未公布；"
    return text + "绘制依据：" + row.follows


def features(reserves):
    """The boundary of each reserve (empty zone), followed by its zones."""
    for reserve in reserves.values():
        row = reserve.row
        zoning = "已分区" if row.zones else ZONING.get(row.id, "不详")
        for zone, rings in [("", [reserve.ring])] + reserve.zones:
            declared = row.area_ha if not zone else dict(zip(ZONE_NAMES, row.zones))[zone]
            yield {"编号": row.id, "BHQMC": row.name + "自然保护区", "BHQJB": row.level, "BHQLX": row.type, "GNQ": zone,
                   "BHQMJ_HA": declared, "PZSJ": f"{row.since}-01-01", "分区情况": zoning, "示意": True, "备注": note(row)}, rings
