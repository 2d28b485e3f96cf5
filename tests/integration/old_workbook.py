"""Workbooks in the formats of Excel 2.1 and 97 (.xls) and of LibreOffice (.ods), byte by byte: no tool of Debian without an office writes them with merged cells."""
import struct, zipfile
from xml.sax.saxutils import escape


def record(number, data=b''):
    return struct.pack('<HH', number, len(data)) + data


def write_biff2(path, rows):
    """One sheet without container, texts in GBK."""
    out = record(0x0009, struct.pack('<HH', 2, 0x0010)) + record(0x0042, struct.pack('<H', 936))
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            if isinstance(v, (int, float)):
                out += record(0x0003, struct.pack('<HH3sd', r, c, bytes(3), v))
            elif v is not None:
                text = v.encode('gbk')
                out += record(0x0004, struct.pack('<HH3sB', r, c, bytes(3), len(text)) + text)
    path.write_bytes(out + record(0x000A))
    return path


def biff8_sheet(rows, merged):
    out = record(0x0809, struct.pack('<HHHHII', 0x0600, 0x0010, 0, 1997, 0, 6))
    out += record(0x0200, struct.pack('<IIHHH', 0, len(rows), 0, max(map(len, rows), default=0), 0))
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            if isinstance(v, (int, float)):
                out += record(0x0203, struct.pack('<HHHd', r, c, 0, v))
            elif v is not None:
                out += record(0x0204, struct.pack('<HHHHB', r, c, 0, len(v), 1) + v.encode('utf-16-le'))
    if merged:
        out += record(0x00E5, struct.pack('<H', len(merged)) + b''.join(struct.pack('<HHHH', *m) for m in merged))
    return out + record(0x000A)


def write_xls(path, sheets):
    """Excel 97–2003: {name: (rows, [(first row, last row, first column, last column)])} in an OLE2 file of 512-byte sectors."""
    bodies = [biff8_sheet(*s) for s in sheets.values()]
    head = record(0x0809, struct.pack('<HHHHII', 0x0600, 0x0005, 0, 1997, 0, 6)) + record(0x0042, struct.pack('<H', 1200))
    names = [n.encode('utf-16-le') for n in sheets]
    at = len(head) + sum(4 + 8 + len(n) for n in names) + 4
    for name, body in zip(names, bodies):
        head += record(0x0085, struct.pack('<IHBB', at, 0, len(name) // 2, 1) + name)
        at += len(body)
    stream = head + record(0x000A) + b''.join(bodies)
    size = max(len(stream), 4096)  # shorter streams live elsewhere in the file
    sectors = (size + 511) // 512
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    assert sectors + 2 <= 128, 'one sector of allocation'
    fat = [0xFFFFFFFD, end] + [i + 3 for i in range(sectors - 1)] + [end]
    fat += [free] * (128 - len(fat))

    def entry(name, kind, child, start, length):
        text = name.encode('utf-16-le')
        return (text.ljust(64, b'\0') + struct.pack('<HBBIII', len(text) + 2 if name else 0, kind, 1, free, free, child) + bytes(36) +
                struct.pack('<IQ', start, length))
    directory = entry('Root Entry', 5, 1, end, 0) + entry('Workbook', 2, free, 2, size) + entry('', 0, free, 0, 0) * 2
    header = (bytes.fromhex('d0cf11e0a1b11ae1') + bytes(16) + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6) + bytes(6) +
              struct.pack('<IIIIIIIII', 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack('<I', 0) + struct.pack('<I', free) * 108)
    path.write_bytes(header + struct.pack('<128I', *fat) + directory + stream.ljust(sectors * 512, b'\0'))
    return path


def write_ods(path, sheets):
    """{name: (rows, {(row, column): columns spanned})}; covered cells and empty rows to the end, as LibreOffice writes them."""
    def cell(value, span):
        over = f' table:number-columns-spanned="{span}" table:number-rows-spanned="1"' if span > 1 else ''
        tail = '<table:covered-table-cell/>' * (span - 1)
        if value is None:
            return f'<table:table-cell{over}/>' + tail
        if isinstance(value, (int, float)):
            return f'<table:table-cell{over} office:value-type="float" office:value="{value!r}"><text:p>{value}</text:p></table:table-cell>' + tail
        return f'<table:table-cell{over} office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>' + tail

    def line(r, row, spans):
        out, c = '', 0
        while c < len(row):
            span = spans.get((r, c), 1)
            out += cell(row[c], span)
            c += span
        return f'<table:table-row>{out or "<table:table-cell/>"}</table:table-row>'
    space = ' '.join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ('office', 'table', 'text'))
    tables = ''.join(f'<table:table table:name="{escape(n)}">' + ''.join(line(r, row, spans) for r, row in enumerate(rows)) +
                     '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>'
                     for n, (rows, spans) in sheets.items())
    with zipfile.ZipFile(path, 'w') as z:
        z.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
        z.writestr('content.xml', f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {space}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>')
    return path
