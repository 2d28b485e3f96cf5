# SPDX-License-Identifier: Apache-2.0
"""with_gdal.py SCRIPT: runs a script that needs GDAL's Python bindings. Without them it says so and skips (77), or fails where CI is set."""
import os
import runpy
import sys


def require_gdal():
    try:
        from osgeo import gdal  # noqa: F401
    except ImportError:
        print("skipped: python3-gdal is not installed for", sys.executable)
        sys.exit(1 if os.environ.get("CI") else 77)


if __name__ == "__main__":
    require_gdal()
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")
