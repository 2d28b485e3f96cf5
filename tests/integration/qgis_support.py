"""What the tests inside QGIS share: skipped where python3-qgis is not installed; a task runs in a QGIS process of its own."""
import json, os, subprocess, sys

if subprocess.run(['/usr/bin/python3', '-c', 'import qgis.core'], capture_output=True, env={'PATH': '/usr/bin:/bin'}).returncode:
    print('python3-qgis is not installed')
    sys.exit(77)
from support import *

# Before a task: QGIS without a window, as most people have it set. The task leaves its answer in `answer`.
BEGIN = f'''
import json, os, sys
sys.dont_write_bytecode = True
sys.path.append({str(SOURCE / 'docs/pictures')!r})
from qgis.core import *
QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
logged = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: logged.append(f"{{tag}}: {{text}}") if level else None)
'''
END = '''
layer = m = None
QgsProject.instance().clear()  # files are closed, as they are when a person closes QGIS
print(json.dumps(answer, ensure_ascii=False, default=str))
sys.stdout.flush()
os._exit(0)  # QGIS 3.22 may crash while it takes itself down
'''


def environment():
    home = FOLDER / 'home'
    home.mkdir(mode=0o700, exist_ok=True)
    return {'PATH': '/usr/bin:/bin', 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LANG': 'C.UTF-8', 'QT_QPA_PLATFORM': 'offscreen'}


def in_qgis(task, *args):
    r = subprocess.run(['/usr/bin/python3', '-c', BEGIN + task + END, *map(str, args)], capture_output=True, text=True, env=environment(), cwd='/', timeout=300)
    if not r.stdout:
        print(r.stderr)
    return json.loads(r.stdout.splitlines()[-1])
