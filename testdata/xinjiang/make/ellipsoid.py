# SPDX-License-Identifier: Apache-2.0
"""Areas and lengths on the CGCS2000 ellipsoid. Rings are lists of (longitude, latitude) in degrees, open or closed;
edges are straight in longitude/latitude. The area is exact for such edges (the zonal area is integrated along each)."""
import math

A_M = 6378137.0
F = 1 / 298.257222101
E2 = F * (2 - F)
E1 = math.sqrt(E2)
B2_M2 = A_M * A_M * (1 - E2)
# Gauss-Legendre with five nodes on [0, 1]
NODES = ((0.5, 0.28444444444444444), (0.23076534494715845, 0.23931433524968324), (0.7692346550528415, 0.23931433524968324),
         (0.04691007703066802, 0.11846344252809454), (0.953089922969332, 0.11846344252809454))


def zonal(lat):
    """Area between the equator and `lat` per radian of longitude, m2."""
    s = math.sin(math.radians(lat))
    return B2_M2 / 2 * (s / (1 - E2 * s * s) + math.atanh(E1 * s) / E1)


def ring_area(ring):
    """m2, always positive."""
    total = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        if x1 != x2:
            total += math.radians(x2 - x1) * sum(w * zonal(y1 + t * (y2 - y1)) for t, w in NODES)
    return abs(total)


def polygon_area(rings):
    """First ring minus the holes, m2."""
    return ring_area(rings[0]) - sum(ring_area(r) for r in rings[1:])


def metres_per_degree(lat):
    """(east, north) metres of one degree at this latitude."""
    s2 = math.sin(math.radians(lat)) ** 2
    n = A_M / math.sqrt(1 - E2 * s2)
    m = A_M * (1 - E2) / (1 - E2 * s2) ** 1.5
    return math.radians(n * math.cos(math.radians(lat))), math.radians(m)
