"""What the tests of corner lists share: convert, and look that the file is there where the status says so."""
from support import FOLDER, check, redline


def convert(source, *args, ending='geojson'):
    out = FOLDER / f'out.{ending}'
    out.unlink(missing_ok=True)
    r = redline('convert', source, '-o', out, *args)
    check(f'{source} {args}: written where the status says so', out.exists(), r.returncode < 2)
    return r
