"""The parts of the QGIS plugin that need no QGIS: one version everywhere, every text in both languages, finding the program, running it
with progress and cancelling, the zip and its bytes."""
import ast, json, re, signal, stat, time, zipfile
from support import *

sys.dont_write_bytecode = True
sys.path.insert(0, str(SOURCE / 'layers' / 'qgis'))
from plugin import binary, ledger, runner, texts

PLUGIN = SOURCE / 'layers' / 'qgis' / 'plugin'


def problem(call, *args):
    try:
        return call(*args)
    except binary.BinaryProblem as e:
        for language in texts.LANGUAGES: true(f'{e.key} in {language}', texts.text(e.key, language, *e.args_of_text))
        return e.key


def program(name, body):
    path = FOLDER / name
    path.write_text('#!/bin/sh\n' + body)
    path.chmod(0o755)
    return str(path)


# ---- one version
cmake = re.search(r'project\(redline VERSION (\S+)', (SOURCE / 'CMakeLists.txt').read_text()).group(1)
check('version of the plugin is that of CMakeLists.txt', binary.own_version(), cmake)
check('and that of the program', binary.check_version(BINARY), (True, cmake))
parts = cmake.split('.')
check('another last number runs', binary.check_version(BINARY, '.'.join(parts[:2] + ['99'])), (False, cmake))
check('another second number does not', problem(binary.check_version, BINARY, f'{parts[0]}.{int(parts[1]) + 1}.0'), 'binary.other_version')

# ---- texts: one table, both languages, the same places, no key that is not used and none that is missing
places = lambda t: sorted(set(re.findall(r'\{\d+\}', t)))
for key, of in texts.TABLE.items():
    check(f'{key}: languages', sorted(of), ['en', 'zh'])
    check(f'{key}: places', places(of['zh']), places(of['en']))
    true(f'{key}: Chinese', re.search('[一-鿿]', of['zh']) or not of['zh'].strip('{}0123456789（）：'))
    check(f'{key}: no Chinese in English', re.findall('[一-鿿]', of['en']), [])
sources = {p.name: p.read_text(encoding='utf-8') for p in PLUGIN.glob('*.py')}
named = {k for s in sources.values() for k in re.findall(r'"([a-z_]+\.[a-z_0-9.]*)"', s)} | {'finding'}
starts = {k for s in sources.values() for k in re.findall(r'f"([a-z_]+\.)\{', s)}
algorithms = re.findall(r'NAME = "(\w+)"', ''.join(sources.values()))
check('algorithms', sorted(algorithms), ['overlay', 'restoration_import', 'restoration_report', 'restoration_status', 'screen'])
endings = {f'{a}.{e}' for a in algorithms for e in ('title', 'help')}
check('no text missing', sorted(endings - set(texts.TABLE)) + [k for k in named if k.split('.')[0] in {t.split('.')[0] for t in texts.TABLE} - {'redline', 'ledger'}
                         and k not in texts.TABLE and not any(t.startswith(k) for t in texts.TABLE) and not k.endswith(('.txt', '.json'))], [])
check('no text unused', [k for k in texts.TABLE if k not in named | endings and not any(k.startswith(s) for s in starts)], [])
for s in ('1', '2', '3', '4', '5', '130', 'other'): true(f'status {s} has a meaning', f'status.{s}' in texts.TABLE)
check('language', [texts.language_of(l) for l in ('zh_CN', 'zh-Hans', 'zh', '', None, 'C', 'en_US', 'de')], ['zh'] * 6 + ['en'] * 2)
for name, s in sources.items():
    ast.parse(s, feature_version=(3, 9))
    check(f'{name}: no texts of its own', re.findall('[一-鿿]', s), [])
    if name in ('binary.py', 'runner.py', 'ledger.py', 'texts.py'): check(f'{name} needs no QGIS', re.findall(r'qgis', re.sub('"""[^"]*"""|#.*', '', s)), [])

# ---- finding the program
path = os.environ['PATH']
os.environ['PATH'] = str(FOLDER / 'bin')
check('not on PATH', problem(binary.find, ''), 'binary.none')
(FOLDER / 'bin').mkdir()
(FOLDER / 'bin' / 'redline').symlink_to(pathlib.Path(BINARY).resolve())
check('on PATH', binary.find(''), str(FOLDER / 'bin' / 'redline'))
check('its folder will do', binary.find(str(FOLDER / 'bin')), str(FOLDER / 'bin' / 'redline'))
os.environ['PATH'] = path
check('not there', problem(binary.find, str(FOLDER / 'none')), 'binary.missing')
(FOLDER / 'text').write_text('x')
check('not executable', problem(binary.find, str(FOLDER / 'text')), 'binary.not_executable')
check('another program', problem(binary.version_of, program('other', 'echo hello world')), 'binary.other_program')
check('one that fails', problem(binary.version_of, program('fails', 'echo no library >&2; exit 127')), 'binary.does_not_start')
(FOLDER / 'damaged').write_bytes(b'\x7fELF')
(FOLDER / 'damaged').chmod(0o755)
check('one that is damaged', problem(binary.version_of, str(FOLDER / 'damaged')), 'binary.does_not_start')

# ---- progress
bar = runner.Progress()
check('a stage begins', (bar.take('progress\tstage.overlay\t0\t100\t叠加分析'), bar.percent), ('叠加分析', 20.0))
check('half of it', (bar.take('progress\tstage.overlay\t50\t100\t叠加分析'), bar.percent), ('', 55.0))
check('never back', (bar.take('progress\tstage.basemap\t5\t0\tx'), bar.percent), ('x', 55.0))
check('more than all', (bar.take('progress\tstage.overlay\t500\t100\tx'), bar.percent), ('x', 90.0))
for line in ('redline: failed', 'progress\tx', 'progress\tstage.overlay\ta\tb\tx', ''): check(f'not progress: {line}', bar.take(line), None)
known = set(re.findall(r'\["(stage\.\w+)"\]', ''.join(p.read_text(encoding='utf-8') for p in (SOURCE / 'engine/core/texts').glob('*.toml'))))
check('the stages of the program are those of the bar', set(runner.STAGES), known)

# ---- the program itself, run
def run(*args, stop=lambda: False, text=None, grace=15, binary=BINARY):
    said, shown = [], []
    r = runner.run([binary, *map(str, args)], said.append, lambda p, s: shown.append((p, s)), stop, text, grace)
    return r, said, shown


WORKSPACE, OUT = SOURCE / 'testdata' / 'xinjiang', FOLDER / 'a.gpkg'
r, said, shown = run('overlay', '-w', WORKSPACE, '-o', OUT, '--progress', '--lang', 'zh')
check('overlay', (r.status, r.errors, r.cancelled), (0, [], False))
true('what it says', any('台账' in line for line in said))
true('progress rises through its stages', [p for p, _ in shown] == sorted(p for p, _ in shown) and [s for _, s in shown if s][-1] == '写出台账' and len(shown) > 8)
facts = ledger.facts(OUT, 3)
check('findings, gravest first', [f[0] for f in facts['found']], ['error', 'warning', 'warning'])  # two warnings: a repaired outline, 有色金属
check('numbers', (facts['activities'], facts['conflicts']), tuple(rows(OUT, 'SELECT (SELECT count(*) FROM activity_areas) + (SELECT count(*) FROM activity_lines) + '
      "(SELECT count(*) FROM activity_points) AS a, (SELECT count(*) FROM conflicts WHERE certainty <> 'contact') AS c")[0].values()))
r, said, _ = run('overlay', '-w', WORKSPACE, '-o', OUT, '--progress', '--lang', 'en')
check('a file that is there', (r.status, said), (4, []))
true('its message comes through', 'exists' in r.errors[0])
corners = (SOURCE / 'docs/pictures/application.txt').read_text(encoding='utf-8')
r, said, _ = run('screen', '-', '-w', WORKSPACE, '--crs', 'EPSG:4490', '--progress', '--lang', 'zh', text=corners)
check('pasted', r.status, 1)
r, _, _ = run(binary=program('deaf', 'exit 3'), text='x' * 10_000_000)
check('a program that does not read', r.status, 3)

# ---- cancelling
ready = {name: FOLDER / f'{name}.ready' for name in ('polite', 'stubborn')}  # its trap is set
r, _, _ = run(binary=program('polite', f'trap "exit 130" INT; : > "{ready["polite"]}"; while :; do sleep 0.1; done'), stop=ready['polite'].exists)
check('ends when asked', (r.cancelled, r.status), (True, 130))
start = time.monotonic()
r, _, _ = run(binary=program('stubborn', f'trap "" INT; : > "{ready["stubborn"]}"; exec sleep 60'), stop=ready['stubborn'].exists, grace=1)
check('killed when it does not', (r.cancelled, r.status), (True, -signal.SIGKILL))
true('after its grace, and not long after', 1 <= time.monotonic() - start < 20)

# ---- the zip
zips = []
for n in ('one.zip', 'two.zip'):
    check(n, subprocess.run(['/usr/bin/python3', SOURCE / 'layers/qgis/make_plugin.py', BINARY, FOLDER / n]).returncode, 0)
    zips.append((FOLDER / n).read_bytes())
true('the same bytes', zips[0] == zips[1])
with zipfile.ZipFile(FOLDER / 'one.zip') as z:
    names = z.namelist()
    check('one folder', {n.split('/')[0] for n in names}, {'redline'})
    check('every file of the plugin', sorted(n for n in names if '/styles/' not in n),
          sorted('redline/' + p.relative_to(PLUGIN).as_posix() for p in PLUGIN.rglob('*') if p.is_file() and '__pycache__' not in p.parts))
    check('styles', sorted(n for n in names if '/styles/' in n), ['redline/styles/conflict_areas.en.qml', 'redline/styles/conflict_areas.zh.qml'])
    style = z.read('redline/styles/conflict_areas.zh.qml').decode()
    check('style of the ledger', style, rows(OUT, "SELECT styleQML AS q FROM layer_styles WHERE f_table_name = 'conflict_areas'")[0]['q'])
r = subprocess.run(['/usr/bin/python3', SOURCE / 'layers/qgis/make_plugin.py', program('old', 'echo redline 0.0.1'), FOLDER / 'three.zip'], capture_output=True, text=True)
check('no zip beside a program of another version', (r.returncode, '0.0.1' in r.stdout, (FOLDER / 'three.zip').exists()), (1, True, False))
made = lambda *args: subprocess.run(['/usr/bin/python3', SOURCE / 'layers/qgis/make_plugin.py', *args], capture_output=True, text=True)
for what, args, word in (('no program there', (FOLDER / 'nowhere', FOLDER / 'four.zip'), 'nowhere'), ('another program', ('/bin/echo', FOLDER / 'four.zip'), 'not the program redline'),
                         ('no program at all', (str(SOURCE / 'README.md'), FOLDER / 'four.zip'), 'README.md'), ('a program that fails', (program('fails', 'exit 3'), FOLDER / 'four.zip'), 'does not start'),
                         ('no folder for the zip', (BINARY, FOLDER / 'none/four.zip'), 'none/four.zip'), ('nothing said', (), 'make_plugin.py REDLINE')):
    r = made(*args)
    check(f'{what}: said, without a trace ({r.stderr})', (r.returncode, word in r.stdout, r.stderr, (FOLDER / 'four.zip').exists()), (1 if args else 2, True, '', False))

# ---- hints in the words of QGIS: there is a box, no option
taken = FOLDER / 'taken.html'
taken.write_text('mine')
for language in texts.LANGUAGES:
    said = redline('report', OUT, '-o', taken, '--lang', language).stderr
    true(f'the program names its option: {said}', '--overwrite' in said)
    shown = [texts.in_words_of_dialog(line, language) for line in said.splitlines()]
    true(f'the plugin names the box: {shown}', '--overwrite' not in ''.join(shown) and texts.text('parameter.overwrite', language) in shown[-1])
    said = redline('report', OUT, '-o', OUT, '--overwrite', '--lang', language).stderr.splitlines()[-1]
    true(f'an input: the box does not help: {said}', texts.in_words_of_dialog(said, language) == said.replace('--overwrite', f"“{texts.text('parameter.overwrite', language)}”") != said)
check('licence', (PLUGIN / 'LICENSE').read_bytes() == (SOURCE / 'LICENSE').read_bytes(), True)
done()
