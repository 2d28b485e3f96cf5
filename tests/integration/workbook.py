"""A minimal XLSX with numbers, texts and merged cells on several sheets, as Excel writes them; GDAL's writer knows no merged cells."""
import zipfile
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'


def cell(row, column, value):
    place = f'{chr(65 + column)}{row}'
    if value is None:
        return ''
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value:.17g}</v></c>'  # the seventeen digits that Excel keeps
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def sheet_xml(table, merged):
    data = ''.join(f'<row r="{r}">' + ''.join(cell(r, c, v) for c, v in enumerate(line)) + '</row>'
                   for r, line in enumerate(table, 1) if any(v is not None for v in line))
    cells = f'<mergeCells count="{len(merged)}">' + ''.join(f'<mergeCell ref="{m}"/>' for m in merged) + '</mergeCells>' if merged else ''
    return HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{cells}</worksheet>'


def write_workbook(path, sheets):
    """sheets: {name: (rows, merged ranges)}; None is an empty cell, a row of None is left out of the file."""
    kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(path, 'w') as z:
        z.writestr('[Content_Types].xml', HEAD + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                   f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>' +
                   ''.join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}.worksheet+xml"/>' for i in numbers) + '</Types>')
        z.writestr('_rels/.rels', HEAD + f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr('xl/workbook.xml', HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>' +
                   ''.join(f'<sheet name="{escape(n)}" sheetId="{i}" r:id="s{i}"/>' for i, n in zip(numbers, sheets)) + '</sheets></workbook>')
        z.writestr('xl/_rels/workbook.xml.rels', HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">' +
                   ''.join(f'<Relationship Id="s{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers) + '</Relationships>')
        for i, (table, merged) in zip(numbers, sheets.values()):
            z.writestr(f'xl/worksheets/sheet{i}.xml', sheet_xml(table, merged))
    return path
