"""Reports as a test reads them: pages, documents, workbooks."""
import html.parser, re, zipfile
import xml.etree.ElementTree as ET
from support import check, true


class Page(html.parser.HTMLParser):
    """Tables, texts and pictures of a page; complains where elements are not nested."""
    VOID = {'meta', 'col'}

    def __init__(self, path):
        super().__init__()
        self.open, self.tables, self.heads, self.text, self.links, self.ids, self.row = [], [], [], [], [], [], None
        source = path.read_text(encoding='utf-8')
        self.svgs = re.findall(r'<svg.*?</svg>', source, re.S)
        self.feed(source)
        check(f'{path.name}: all elements closed', self.open, [])

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        self.links += [v for k, v in attrs if k in ('src', 'href', 'xlink:href', 'data', 'action')]
        if 'id' in a: self.ids.append(a['id'])
        if tag in self.VOID: return
        self.open.append(tag)
        if tag == 'table': self.tables.append([])
        if tag == 'tr': self.tables[-1].append([])
        if tag in ('td', 'th'): self.tables[-1][-1].append('')

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID: self.open.pop()

    def handle_endtag(self, tag):
        true(f'</{tag}> closes {self.open[-1:]}', self.open and self.open[-1] == tag)
        self.open.pop()

    def handle_data(self, data):
        if 'style' in self.open: return
        if self.open and self.open[-1] in ('td', 'th'): self.tables[-1][-1][-1] += data
        if data.strip(): self.text.append(data)


def document(path):
    """Tables and paragraphs of a DOCX."""
    w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
    with zipfile.ZipFile(path) as z:
        check(f'{path.name}: intact', z.testzip(), None)
        for n in z.namelist():
            if n.endswith(('.xml', '.rels')): ET.fromstring(z.read(n))
        body = ET.fromstring(z.read('word/document.xml')).find(w + 'body')
        pictures = [n for n in z.namelist() if n.startswith('word/media/')]
        true('pictures are PNG', all(z.read(n)[:4] == b'\x89PNG' for n in pictures))
    text = lambda e: ''.join(t.text or '' for t in e.iter(w + 't'))
    return [[[text(c) for c in r.findall(w + 'tc')] for r in t.findall(w + 'tr')] for t in body.findall(w + 'tbl')], [text(p) for p in body.findall(w + 'p')], pictures


def workbook(path):
    """{sheet: [heading, rows…]}: texts as str, numbers as float, formulas not at all."""
    m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    out = {}
    with zipfile.ZipFile(path) as z:
        shared = [''.join(t.text or '' for t in si.iter(m + 't')) for si in ET.fromstring(z.read('xl/sharedStrings.xml'))]
        for i, sheet in enumerate(ET.fromstring(z.read('xl/workbook.xml')).iter(m + 'sheet'), 1):
            root = ET.fromstring(z.read(f'xl/worksheets/sheet{i}.xml'))
            true(f'{sheet.get("name")}: filters and frozen heading', root.find(m + 'autoFilter') is not None and root.find(f'.//{m}pane').get('ySplit') == '1')
            check(f'{sheet.get("name")}: formulas', list(root.iter(m + 'f')), [])
            value = lambda c: '' if c.find(m + 'v') is None else shared[int(c.find(m + 'v').text)] if c.get('t') == 's' else float(c.find(m + 'v').text)
            out[sheet.get('name')] = [[value(c) for c in r] for r in root.iter(m + 'row')]
    return out
