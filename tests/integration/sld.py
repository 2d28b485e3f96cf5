"""The SLD of every spatial layer against the grammar of OGC SLD 1.1 and SE 1.1, written here from the standard: which elements stand where, in which
order, how often; what values parameters may have. Columns of filters are columns of the layer. QGIS has no part in it."""
import re, sqlite3
from xml.etree import ElementTree
from support import *

# element: its children in order, each with how often (? * + or once); | between such that exclude each other.
GRAMMAR = {'sld:StyledLayerDescriptor': 'se:Name? se:Description? sld:NamedLayer+',
           'sld:NamedLayer': 'se:Name se:Description? sld:LayerFeatureConstraints? sld:UserStyle*',
           'sld:UserStyle': 'se:Name? se:Description? sld:IsDefault? se:FeatureTypeStyle+',
           'se:FeatureTypeStyle': 'se:Name? se:Description? se:FeatureTypeName? se:SemanticTypeIdentifier* se:Rule+',
           'se:Rule': 'se:Name? se:Description? se:LegendGraphic? ogc:Filter|se:ElseFilter? se:MinScaleDenominator? se:MaxScaleDenominator? se:PolygonSymbolizer|se:LineSymbolizer|se:PointSymbolizer|se:TextSymbolizer+',
           'se:Description': 'se:Title? se:Abstract?',
           'se:PolygonSymbolizer': 'se:Name? se:Description? se:Geometry? se:Fill? se:Stroke? se:Displacement? se:PerpendicularOffset?',
           'se:LineSymbolizer': 'se:Name? se:Description? se:Geometry? se:Stroke? se:PerpendicularOffset?',
           'se:PointSymbolizer': 'se:Name? se:Description? se:Geometry? se:Graphic?',
           'se:Graphic': 'se:ExternalGraphic|se:Mark* se:Opacity? se:Size? se:Rotation? se:AnchorPoint? se:Displacement?',
           'se:Mark': 'se:WellKnownName? se:Fill? se:Stroke?',
           'se:Fill': 'se:GraphicFill? se:SvgParameter*', 'se:GraphicFill': 'se:Graphic',
           'se:Stroke': 'se:GraphicFill|se:GraphicStroke? se:SvgParameter*',
           'se:Rotation': 'ogc:Literal?',
           'ogc:Filter': 'ogc:And|ogc:Or|ogc:Not|ogc:PropertyIsEqualTo',
           'ogc:Not': 'ogc:And|ogc:Or|ogc:Not|ogc:PropertyIsEqualTo',
           'ogc:PropertyIsEqualTo': 'ogc:PropertyName ogc:Literal'}
for both in ('ogc:And', 'ogc:Or'): GRAMMAR[both] = ' '.join(['ogc:And|ogc:Or|ogc:Not|ogc:PropertyIsEqualTo'] * 2) + ' ogc:And|ogc:Or|ogc:Not|ogc:PropertyIsEqualTo*'
NAMES = {'http://www.opengis.net/sld': 'sld', 'http://www.opengis.net/se': 'se', 'http://www.opengis.net/ogc': 'ogc'}
COLOUR, NUMBER = r'#[0-9a-fA-F]{6}', r'\d+(\.\d+)?'
PARAMETERS = {'fill': COLOUR, 'stroke': COLOUR, 'fill-opacity': r'(0(\.\d+)?|1)', 'stroke-opacity': r'(0(\.\d+)?|1)', 'stroke-width': NUMBER,
              'stroke-linejoin': 'mitre|round|bevel', 'stroke-linecap': 'butt|round|square', 'stroke-dasharray': rf'{NUMBER}( {NUMBER})+', 'stroke-dashoffset': NUMBER}
MARKS = {'square', 'circle', 'triangle', 'star', 'cross', 'x', 'horline', 'diamond'}  # the last two are not of the standard: QGIS and GeoServer know them
TEXTS = {'se:Size': NUMBER, 'se:MinScaleDenominator': NUMBER, 'se:MaxScaleDenominator': NUMBER}


def name_of(element):
    space, name = re.match(r'\{(.*)\}(.*)', element.tag).groups()
    return f'{NAMES[space]}:{name}'


def pattern(rule):
    out = ''
    for part in rule.split():
        word, often = re.match(r'(.*?)([?*+]?)$', part).groups()
        out += f"((?:{word}) ){often}"
    return out


def faults(element, columns):
    name, children = name_of(element), [name_of(c) for c in element]
    out = []
    if name in GRAMMAR:
        if not re.fullmatch(pattern(GRAMMAR[name]), ''.join(c + ' ' for c in children)): out.append((name, children))
        if (element.text or '').strip(): out.append((name, element.text))
    elif children: out.append((name, 'has no children by the standard', children))
    text = (element.text or '').strip()
    if name == 'se:SvgParameter' and not re.fullmatch(PARAMETERS.get(element.get('name'), '$'), text): out.append((element.get('name'), text))
    if name in TEXTS and not re.fullmatch(TEXTS[name], text): out.append((name, text))
    if name == 'se:WellKnownName' and text not in MARKS: out.append((name, text))
    if name == 'ogc:PropertyName' and text not in columns: out.append((name, text))
    if name in ('se:Name', 'se:Title') and not text: out.append((name, 'empty'))
    scales = [float(c.text) for c in element if name_of(c) in ('se:MinScaleDenominator', 'se:MaxScaleDenominator')]
    if len(scales) == 2 and scales[0] >= scales[1]: out.append((name, scales))
    return out + [f for c in element for f in faults(c, columns)]


ws = FOLDER / 'ws'
check('init', redline('init', ws, '--demo').returncode, 0)
check('import', redline('restoration', 'import', *sorted((ws / 'restoration').glob('*.geojson')), '-w', ws).returncode, 0)
for lang in ('zh', 'en'):
    ledger, restoration = FOLDER / f'{lang}.gpkg', FOLDER / f'r_{lang}.gpkg'
    check('overlay', redline('overlay', '-w', ws, '-o', ledger, '--lang', lang).returncode, 0)
    check('restoration', redline('restoration', 'report', '-w', ws, '--gpkg', restoration, '--lang', lang).returncode, 0)
    for file, wanted in ((ledger, 8), (restoration, 2)):
        db = sqlite3.connect(file)
        styles = db.execute('SELECT f_table_name, styleSLD FROM layer_styles').fetchall()
        check(f'{file.name}: styles', len(styles), wanted)
        for table, text in styles:
            root = ElementTree.fromstring(text)
            columns = {r[1] for r in db.execute(f'PRAGMA table_info({table})')}
            check(f'{lang} {table}: root and version', (name_of(root), root.get('version')), ('sld:StyledLayerDescriptor', '1.1.0'))
            check(f'{lang} {table}: by the standard', faults(root, columns)[:3], [])
            check(f'{lang} {table}: the layer is named', root.find('.//{http://www.opengis.net/sld}NamedLayer/{http://www.opengis.net/se}Name').text, table)
        db.close()
# The grammar itself finds what is wrong.
for what, old, new in (('order', '<se:Size>', '<se:Opacity>1</se:Opacity><se:Size>'), ('twice', '<ogc:Filter>', '<ogc:Filter/><ogc:Filter>'), ('colour', '#', 'rot')):
    bad = text.replace(old, new, 1) if what != 'order' else text.replace('<se:Mark>', '<se:Size>3</se:Size><se:Mark>', 1)
    true(f'{what}: seen', bad != text and faults(ElementTree.fromstring(bad), columns))
done()
