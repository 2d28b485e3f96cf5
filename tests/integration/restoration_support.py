"""What the tests of the restoration ledger share: a workspace, an import, the state of a day, and where things stand in it."""
import json, shutil
from support import *

DATA = SOURCE / 'testdata/xinjiang/restoration'


def workspace(name, *more, with_map=False):
    """A new workspace, made with the options given; with_map: the layers of the demonstration alone, as they lie in the source."""
    folder = FOLDER / name
    if with_map:
        shutil.copytree(SOURCE / 'testdata/xinjiang', folder, ignore=shutil.ignore_patterns('restoration', '__pycache__'))
    else:
        check(f'init {name}', redline('init', folder, *more).returncode, 0)
    return folder


def imported(ws, *files, status=0):
    r = redline('restoration', 'import', '-w', ws, *files)
    check(f'import into {ws.name} {[str(f)[-30:] for f in files]}: {r.stderr[:300]}', r.returncode, status)
    return r


def status(ws, as_of='2019-03-31', *more, lang='en'):
    r = redline('--lang', lang, 'restoration', 'status', '-w', ws, '--as-of', as_of, '--json', *more)
    check(f'status of {ws.name}: {r.stderr[:300]}', r.returncode, 0)
    return json.loads(r.stdout)


def row(s, reserve='lop-nur'):
    return next(r for r in s['reserves'] if r['id'] == reserve)


def found(part, code):
    return [f for f in part['findings'] if f['code'] == 'restoration.' + code]


def write(name, text, encoding='utf-8'):
    path = FOLDER / name
    path.write_bytes(text.encode(encoding))
    return path
