# SPDX-License-Identifier: Apache-2.0
"""Finds room for activities: inside a region with a margin, across its border, exactly along an edge of it, or clear of everything.
All rings come back closed-free, rounded to the number of decimals of their kind."""
import math
import random

from osgeo import ogr

from .ellipsoid import metres_per_degree, ring_area

ogr.UseExceptions()
BLOCK = 1 / 240  # 15 seconds, the small block of exploration rights
MARGIN_M = 500   # activities that count lie this far inside, those that do not lie this far outside


def polygon(rings):
    g = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        r = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring + ring[:1]:
            r.AddPoint_2D(x, y)
        g.AddGeometry(r)
    return g


def box_of(ring, margin_m=0.0):
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    mx, my = metres_per_degree(ys[0])
    return min(xs) - margin_m / mx, max(xs) + margin_m / mx, min(ys) - margin_m / my, max(ys) + margin_m / my


def box_ring(box):
    w, e, s, n = box
    return [(w, s), (e, s), (e, n), (w, n)]


class Region:
    def __init__(self, rings):
        self.rings, self.geometry = rings, polygon(rings)
        self.prepared = self.geometry.CreatePreparedGeometry()
        self.box = box_of(rings[0])

    def holds(self, ring, margin_m=MARGIN_M):
        return self.prepared.Contains(polygon([box_ring(box_of(ring, margin_m))]))

    def meets(self, ring, margin_m=MARGIN_M):
        return self.prepared.Intersects(polygon([box_ring(box_of(ring, margin_m))]))


class Taken:
    """Boxes already used, so that rights of one kind do not overlap one another by accident."""

    def __init__(self):
        self.cells = {}

    def keys(self, box):
        return [(i, j) for i in range(math.floor(box[0] * 8), math.floor(box[1] * 8) + 1)
                for j in range(math.floor(box[2] * 8), math.floor(box[3] * 8) + 1)]

    def free(self, box):
        return not any(a[0] < box[1] and box[0] < a[1] and a[2] < box[3] and box[2] < a[3]
                       for key in self.keys(box) for a in self.cells.get(key, ()))

    def take(self, box):
        for key in self.keys(box):
            self.cells.setdefault(key, []).append(box)


# --- forms -------------------------------------------------------------------------------------------------------------------------

def seconds(value):
    """As printed in a licence: seconds with three decimals."""
    return round(value * 3600, 3) / 3600


def mining_ring(r, x, y, area_m2):
    """Five to nine corners around a point."""
    mx, my = metres_per_degree(y)
    n = 5 + int(r.random() * 5)
    turn, stretch = r.random() * math.pi, 0.6 + 0.4 * r.random()
    size = math.sqrt(area_m2 / math.pi / stretch) * 1.08
    ring = []
    for i in range(n):
        t = 2 * math.pi * (i + 0.5 * r.random()) / n
        d = size * (0.85 + 0.3 * r.random())
        a, b = d * math.cos(t), d * math.sin(t) * stretch
        ring.append((seconds(x + (a * math.cos(turn) - b * math.sin(turn)) / mx), seconds(y + (a * math.sin(turn) + b * math.cos(turn)) / my)))
    return ring


def block_ring(r, x, y, area_m2):
    """Whole blocks of 15 seconds: a rectangle, or an L with one corner left out."""
    mx, my = metres_per_degree(y)
    cells = max(2, area_m2 / (mx * my * BLOCK * BLOCK))
    w = max(1, round(math.sqrt(cells) * (0.8 + 0.7 * r.random())))
    h = max(1, round(cells / w))
    i, j = round(x / BLOCK - w / 2), round(y / BLOCK - h / 2)
    corners = [(i, j), (i + w, j), (i + w, j + h), (i, j + h)]
    if w > 3 and h > 3 and r.random() < 0.4:
        a, b = 1 + int(r.random() * (w // 2)), 1 + int(r.random() * (h // 2))
        corners[2:3] = [(i + w, j + h - b), (i + w - a, j + h - b), (i + w - a, j + h)]
    return [(round(a * BLOCK, 9), round(b * BLOCK, 9)) for a, b in corners]


def plot_ring(r, x, y, area_m2):
    """A turned rectangle (a building, a pond) whose area on the ellipsoid is area_m2 to a square decimetre or so."""
    mx, my = metres_per_degree(y)
    turn, ratio = r.random() * math.pi, 1 + 1.2 * r.random()
    a, b = math.sqrt(area_m2 * ratio) / 2, math.sqrt(area_m2 / ratio) / 2

    def corners(f):
        return [(x + f * (u * a * math.cos(turn) - v * b * math.sin(turn)) / mx, y + f * (u * a * math.sin(turn) + v * b * math.cos(turn)) / my)
                for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    f = math.sqrt(area_m2 / ring_area(corners(1.0)))
    return [(round(p, 8), round(q, 8)) for p, q in corners(f)]


# --- places ------------------------------------------------------------------------------------------------------------------------

class Scatter:
    """Places in clusters, as deposits lie in belts."""

    def __init__(self, seed, region, clusters):
        self.r, self.region = random.Random(seed), region
        self.centres = [self.point() for _ in range(clusters)]

    def point(self):
        w, e, s, n = self.region.box
        while True:
            p = (w + (e - w) * self.r.random(), s + (n - s) * self.r.random())
            if self.region.meets([p], 1):
                return p

    def gauss(self):
        return math.sqrt(-2 * math.log(1 - self.r.random())) * math.cos(2 * math.pi * self.r.random())

    def candidate(self, attempt):
        if not self.centres or attempt > 60 or self.r.random() < 0.25:
            return self.point()
        x, y = self.centres[int(self.r.random() * len(self.centres))]
        w, e, s, n = self.region.box
        return x + self.gauss() * (e - w) * 0.07, y + self.gauss() * (n - s) * 0.07


def inside(scatter, taken, form, area_m2, margin_m=MARGIN_M):
    """A ring wholly inside the region of the scatter, on free ground. Shrinks the area when room is short."""
    for attempt in range(3000):
        x, y = scatter.candidate(attempt)
        ring = form(scatter.r, x, y, area_m2 * (0.997 ** max(0, attempt - 200)))
        box = box_of(ring, 30)
        if taken.free(box) and scatter.region.holds(ring, margin_m):
            taken.take(box)
            return ring
    raise RuntimeError("no room left")


def across(scatter, taken, form, area_m2, others):
    """A ring across the border of the region; it keeps clear of all others."""
    ring0 = scatter.region.rings[0]
    for _ in range(3000):
        x, y = ring0[int(scatter.r.random() * len(ring0))]
        ring = form(scatter.r, x, y, area_m2)
        whole = polygon([ring])
        if not whole.IsValid() or not taken.free(box_of(ring, 30)) or any(o.meets(ring) for o in others):
            continue
        share = whole.Intersection(scatter.region.geometry).GetArea() / whole.GetArea()
        if 0.25 < share < 0.75:
            taken.take(box_of(ring, 30))
            return ring
    raise RuntimeError("no border free")


def touching(scatter, taken, depth_m, others, gap_m=0):
    """A quadrilateral outside the region that shares one whole edge of its outline, both end points exactly;
    with a gap it stands that far off instead."""
    ring0 = scatter.region.rings[0]
    for _ in range(3000):
        i = int(scatter.r.random() * len(ring0))
        (x1, y1), (x2, y2) = ring0[i], ring0[(i + 1) % len(ring0)]
        mx, my = metres_per_degree(y1)
        dx, dy = (x2 - x1) * mx, (y2 - y1) * my
        length = math.hypot(dx, dy)
        ox, oy = dy / length * depth_m / mx, -dx / length * depth_m / my  # the outside of a counter-clockwise ring
        ring = [(x1, y1), (round(x1 + ox, 7), round(y1 + oy, 7)), (round(x2 + ox, 7), round(y2 + oy, 7)), (x2, y2)]
        if gap_m:
            f = gap_m / depth_m
            ring[0], ring[3] = (round(x1 + ox * f, 7), round(y1 + oy * f, 7)), (round(x2 + ox * f, 7), round(y2 + oy * f, 7))
        shared = polygon([ring]).Intersection(scatter.region.geometry)
        fits = shared.IsEmpty() if gap_m else not shared.IsEmpty() and shared.GetDimension() == 1
        if 300 < length and fits and taken.free(box_of(ring, 30)) and not any(o.meets(ring) for o in others):
            taken.take(box_of(ring, 30))
            return ring
    raise RuntimeError("no edge to touch")


def clear(scatter, taken, form, area_m2, reserves):
    """A ring inside the region of the scatter and clear of all reserves."""
    for attempt in range(3000):
        x, y = scatter.candidate(attempt)
        ring = form(scatter.r, x, y, area_m2)
        if taken.free(box_of(ring, 30)) and scatter.region.holds(ring) and not any(o.meets(ring) for o in reserves):
            taken.take(box_of(ring, 30))
            return ring
    raise RuntimeError("no clear ground left")
