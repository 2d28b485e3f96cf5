"""Tables of wells, as CSV or a file that is there, overlaid with areas that are given."""
import itertools
from support import FOLDER, redline

numbers = itertools.count(1)


def overlaid(areas, table, *more, encoding='utf-8', name='wells'):
    """What the program did, and the ledger it was to write."""
    folder = FOLDER / f'table{next(numbers)}'
    folder.mkdir()
    if isinstance(table, list):
        path = folder / f'{name}.csv'
        path.write_text('\n'.join(','.join(map(str, row)) for row in table) + '\n', encoding=encoding)
    else:
        path = table
    out = folder / 'o.gpkg'
    return redline('overlay', '--areas', areas, '--area-kind', '=自然保护区', '--activities', path, '--activity-kind', '=油井',
                   '--as-of', '2019-03-31', '-o', out, *more), out
