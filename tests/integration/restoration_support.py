"""What the tests of the restoration ledger share: a workspace, an import, the state of a day, and where things stand in it."""
import json, shutil, zipfile
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


def xlsx(name, table, merged):
    """A minimal XLSX with inline texts; GDAL's writer knows no merged cells."""
    cell = lambda r, c, v: '' if v is None else f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{v}</t></is></c>'
    data = ''.join(f'<row r="{r}">' + ''.join(cell(r, c, v) for c, v in enumerate(line)) + '</row>' for r, line in enumerate(table, 1))
    main, rel = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    path = FOLDER / name
    with zipfile.ZipFile(path, 'w') as z:
        z.writestr('[Content_Types].xml', head + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                   '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                   '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        z.writestr('_rels/.rels', head + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr('xl/workbook.xml', head + f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="台账" sheetId="1" r:id="a"/></sheets></workbook>')
        z.writestr('xl/_rels/workbook.xml.rels', head + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        z.writestr('xl/worksheets/sheet1.xml', head + f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData><mergeCells count="{len(merged)}">' +
                   ''.join(f'<mergeCell ref="{m}"/>' for m in merged) + '</mergeCells></worksheet>')
    return path
