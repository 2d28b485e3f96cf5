"""What the line of a batch and the table of applications say besides the verdict: setbacks that are not kept, and contacts."""
import json
from support import FOLDER, box, check, done, redline, true, write

# A degree of longitude is 77.9 km long at 45.64° N; the reserve begins at 86.0° E.
folder = FOLDER / 'w'
folder.mkdir()
AREAS = {'甲保护区': box(86.0, 45.6, 0.1, 0.1), '乙保护区': box(85.99, 45.7, 0.1, 0.1)}
(folder / 'areas.geojson').write_text(json.dumps({'type': 'FeatureCollection', 'features': [{'type': 'Feature', 'properties': {'id': n}, 'geometry': g} for n, g in AREAS.items()]}), encoding='utf-8')


def workspace(setback):
    (folder / 'redline.toml').write_text('format = "redline-workspace/1"\nas_of = 2019-03-31\n[settings]\naccuracy_m = 1\n[[layer]]\nname = "areas"\nrole = "areas"\nsource = "areas.geojson"\n'
                                         'kind = "nature_reserve"\ncoverage = "POLYGON((73 34,97 34,97 50,73 50,73 34))"\n[layer.fields]\nid = "id"\n' + setback, encoding='utf-8')


def applied(name, west, south=45.64, width=0.004, height=0.004):
    return write(f'{name}.geojson', [({'name': name}, box(west, south, width, height))])


near, kept, touching, far = applied('near', 85.994), applied('kept', 85.99), applied('touching', 85.996), applied('far', 85.5)
between = applied('between', 85.984, 45.6945)  # some 300 m south-west of one, 930 m west of the other


def lines(*args, files=(near, kept, touching, far, between)):
    out = redline('screen', *files, '-w', folder, '--kind', 'mining_right', *args)
    check(f'{args}: {out.stdout} {out.stderr}', out.returncode, 0)
    return {line.split('  ')[1]: line for line in out.stdout.splitlines() if line.startswith(('clear  ', '无重叠  '))}


workspace('[setbacks]\nmining_right = 300\n')
said = lines()
true(f'not kept: {said["near"]}', ' m from 甲保护区, less than the setback of 300.00 m that the workspace states' in said['near'])
check('kept, and far', ['setback' in said[n] for n in ('kept', 'far')], [False, False])
true(f'a contact: {said["touching"]}', 'touches 甲保护区 along a boundary' in said['touching'])
check('no contact', ['touches' in said[n] for n in ('near', 'kept', 'far', 'between')], [False] * 4)
chinese = lines('--lang', 'zh')
true(f'in Chinese: {chinese["near"]}', '小于工作区规定的退让距离 300.00 m' in chinese['near'] and '与 甲保护区 边界相接' in chinese['touching'])
page = FOLDER / 'batch.html'
redline('screen', near, kept, touching, '-w', folder, '--kind', 'mining_right', '--html', page, '--lang', 'en', '--overwrite')
text = page.read_text(encoding='utf-8')
true('in the table of applications', 'less than the setback of 300.00 m that the workspace states' in text and 'touches 甲保护区 along a boundary' in text)
workspace('[setbacks]\nmining_right = 1500\n')
said = lines()
true(f'of two areas the nearest is named: {said["between"]}', 'm from 乙保护区, less than the setback of 1500.00 m that the workspace states, and within that of 1 more protected areas' in said['between'])
workspace('')
check('no setback in the workspace', ['setback' in line for line in lines().values()], [False] * 5)
done()
