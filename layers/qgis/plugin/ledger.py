# SPDX-License-Identifier: Apache-2.0
"""What the plugin reads of a ledger after a run: numbers, findings, layers with something in them. Needs no QGIS."""
import pathlib
import sqlite3

LAYERS = ("basemap", "activity_areas", "activity_lines", "activity_points", "conflict_areas", "conflict_lines", "conflict_points", "findings")


def opened(path):
    return sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True)


def facts(path, most_findings):
    """layers: (name, rows) where there are any; findings: (severity, layer, feature, text), the gravest first."""
    db = opened(path)
    try:
        one = lambda sql: db.execute(sql).fetchone()[0]
        found = db.execute("SELECT severity, layer, feature, text || coalesce(' ' || hint, '') FROM findings"
                           " ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, fid LIMIT ?", (most_findings,)).fetchall()
        return {"activities": sum(one(f"SELECT count(*) FROM activity_{d}") for d in ("areas", "lines", "points")),
                "conflicts": one("SELECT count(*) FROM conflicts WHERE certainty <> 'contact'"),
                "findings": one("SELECT count(*) FROM findings"), "found": found,
                "verdicts": dict(db.execute("SELECT verdict, count(*) FROM conflicts WHERE certainty <> 'contact' GROUP BY 1")),
                "layers": [(n, rows) for n in LAYERS for rows in [one(f'SELECT count(*) FROM "{n}"')] if rows]}
    finally:
        db.close()
