# SPDX-License-Identifier: Apache-2.0
"""Irregular outlines that look grown rather than ruled. A shape maps the unit disc to longitude/latitude, so that rings of smaller
radius nest inside it; its free parameter is solved by bisection until the outline has the area asked for."""
import math
import random

from .ellipsoid import metres_per_degree, ring_area

DECIMALS = 6  # 0.1 m


def noise(seed, lowest, highest, decay):
    """A smooth periodic function of an angle with values around -1..1."""
    r = random.Random(seed)
    waves = [(m, m ** -decay, r.random() * 2 * math.pi) for m in range(lowest, highest + 1)]
    size = math.sqrt(sum(a * a for _, a, _ in waves))
    return lambda t: sum(a * math.cos(m * t + p) for m, a, p in waves) / size


def bisect(function, target, low, high):
    """x in [low, high] with function(x) = target, for a monotone function."""
    rising = function(high) > function(low)
    for _ in range(45):
        mid = (low + high) / 2
        if (function(mid) < target) == rising:
            low = mid
        else:
            high = mid
    return (low + high) / 2


def rounded(points):
    ring = []
    for x, y in points:
        p = (round(x, DECIMALS), round(y, DECIMALS))
        if not ring or ring[-1] != p:
            ring.append(p)
    return ring if ring[0] != ring[-1] else ring[:-1]


class Blob:
    """Star-shaped outline in a box (west, east, south, north). `form` 0 is a rounded box, 1 a lobed one, 2 a thin lobed
    ellipse along a diagonal: the share of the box that is taken falls all the way."""

    def __init__(self, seed, box, vertices, form=1.15):
        self.box, self.form = box, form
        self.rising = random.Random(seed).random() < 0.5
        self.angles = [2 * math.pi * i / vertices for i in range(vertices)]
        n, fine = noise(seed + "/coarse", 2, 9, 0.8), noise(seed + "/fine", 10, 70, 0.6)
        self.relief = [0.45 * n(t) + 0.07 * fine(t) for t in self.angles]
        self.rounded_box = [(abs(math.cos(t)) ** 2.5 + abs(math.sin(t)) ** 2.5) ** -0.4 for t in self.angles]

    def points(self, rho):
        angles = self.angles
        flat = 1 - 0.9 * max(self.form - 1, 0)
        spikes = 0.6 * min(self.form, 1) * (0.4 + 0.6 * flat)
        radii = [b * math.exp(spikes * f) for b, f in zip(self.rounded_box, self.relief)]
        raw = [(r * math.cos(t), r * math.sin(t)) for r, t in zip(radii, angles)]
        turn = 1 if self.rising else -1  # squeeze across one diagonal
        raw = [((x * (1 + flat) + turn * y * (1 - flat)) / 2, (turn * x * (1 - flat) + y * (1 + flat)) / 2) for x, y in raw]
        x0, x1 = min(x for x, _ in raw), max(x for x, _ in raw)
        y0, y1 = min(y for _, y in raw), max(y for _, y in raw)
        w, e, s, n = self.box
        return [(w + (x * rho(t) - x0) / (x1 - x0) * (e - w), s + (y * rho(t) - y0) / (y1 - y0) * (n - s))
                for t, (x, y) in zip(angles, raw)]

    def fill_box(self, area_m2):
        """Touches all four sides of the box."""
        def area(form):
            self.form = form
            return ring_area(self.points(lambda t: 1.0))
        self.form = bisect(area, area_m2, 0.0, 2.0)
        return self

    def shrink_box(self, area_m2):
        """Keeps its form; the box shrinks (or grows) about its centre."""
        w, e, s, n = self.box
        cx, cy = (w + e) / 2, (s + n) / 2

        def scaled(f):
            return (cx + (w - cx) * f, cx + (e - cx) * f, cy + (s - cy) * f, cy + (n - cy) * f)

        def area(f):
            self.box = scaled(f)
            return ring_area(self.points(lambda t: 1.0))
        self.box = scaled(bisect(area, area_m2, 0.01, 3.0))
        return self


class Band:
    """A strip along a winding line from the west to the east of a box: river valleys and their wetlands."""

    def __init__(self, seed, box, vertices, swing=0.3):
        self.box, self.width = box, 0.01
        self.bend, self.swing = noise(seed + "/bend", 1, 6, 1.4), swing
        self.angles = [2 * math.pi * i / vertices for i in range(vertices)]
        edge = noise(seed + "/edge", 3, 60, 0.7)
        self.edge = [1 + 0.25 * edge(t) for t in self.angles]

    def spine(self, u):
        w, e, s, n = self.box
        fall = 0.25 - 0.5 * u
        return w + (e - w) * u, (s + n) / 2 + (n - s) * (0.5 * fall + self.swing * 0.5 * self.bend(u * 2.6))

    def points(self, rho):
        w, e, s, n = self.box
        stretch = metres_per_degree((s + n) / 2)
        stretch = stretch[0] / stretch[1]
        out = []
        for t, edge in zip(self.angles, self.edge):
            c, d = math.cos(t), math.sin(t)
            r = rho(t) * (abs(c) ** 5 + abs(d) ** 5) ** -0.2
            u = min(max(0.5 + 0.5 * r * c * 0.98, 0.0), 1.0)
            v = r * d * self.width * edge
            (x, y), (xa, ya), (xb, yb) = self.spine(u), self.spine(u - 0.01), self.spine(u + 0.01)
            dx, dy = (xb - xa) * stretch, yb - ya
            length = math.hypot(dx, dy)
            out.append((x - v * dy / length / stretch, y + v * dx / length))
        return out

    def fit(self, area_m2):
        def area(width):
            self.width = width
            return ring_area(self.points(lambda t: 1.0))
        self.width = bisect(area, area_m2, 0.0005, 0.6)
        return self


def outline(shape):
    return rounded(shape.points(lambda t: 1.0))


def inner_ring(shape, seed, wobble, area_m2):
    """A ring inside the shape with this area; rings of one seed nest."""
    n = noise(seed + "/zones", 2, 12, 0.9)
    relief = {t: 1 + wobble * max(-1.5, min(1.5, n(t))) for t in shape.angles}

    def ring(scale):
        return rounded(shape.points(lambda t: scale * relief[t]))
    return ring(bisect(lambda k: ring_area(ring(k)), area_m2, 0.05, 1.0))
