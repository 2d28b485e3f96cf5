"""A ledger in PostGIS: the same as the GeoPackage of the same inputs, in one transaction, kept whole by a kill; nothing of others is
touched; indexes, comments, styles; QGIS opens it; wrong inputs are told in Chinese and English, no password is ever said."""
import json, os, pathlib, re, shutil, signal, sqlite3, struct, subprocess, sys, threading, time
from support import *
from postgis_server import PostgisServer, ServerMissing

WORKSPACE = SOURCE / 'testdata/xinjiang'
SCHEMA = '台账 2019'
HERE = pathlib.Path(__file__).parent / 'qgis'
DRAWING = (SOURCE / 'docs/pictures/drawing.py').read_text()
OTHER = ['--as-of', '2010-01-01', '--reserve', '罗布泊']  # of another ledger, with conflicts of its own
SPATIAL = [f'{a}_{b}' for a in ('conflict', 'activity') for b in ('areas', 'lines', 'points')] + ['basemap', 'findings']


def place(pg, schema=SCHEMA, **words):
    text = f'{pg.dsn} ' + ' '.join(f'{k}={v}' for k, v in words.items())
    return f"{text} schemas='{schema}'"


def run(*args, env=None, status=0, what=None):
    r = redline(*args, env=env)
    check(f'{what or args[0]}: exit status ({r.stderr})', r.returncode, status)
    return r


def overlay(out, *more, **how):
    return run('overlay', '-w', WORKSPACE, '-o', out, *more, **how)


def one(pg, sql):
    return pg.sql(sql)[0][0]


# ---- equality

def as_pg(value, kind):
    """A value of SQLite as psql prints it."""
    if value is None: return None
    if kind == 'BOOLEAN': return 't' if value else 'f'
    return value


def ledger_equals(pg, file, schema=SCHEMA):
    """Every table, column, row, and the bytes of every geometry."""
    db = sqlite3.connect(f'file:{file}?mode=ro', uri=True)
    tables = [t for t, in db.execute('SELECT table_name FROM gpkg_contents ORDER BY 1')]
    true('all tables of a ledger', len(tables) >= 19 and 'conflicts' in tables)
    total = 0
    for table in tables:
        name = 'styles' if table == 'layer_styles' else table
        columns = [(n, t) for _, n, t, *_ in db.execute(f'PRAGMA table_info("{table}")')]
        there = [n for n, in pg.sql(f"SELECT attname FROM pg_attribute WHERE attrelid = '\"{schema}\".\"{name}\"'::regclass AND attnum > 0 ORDER BY attnum")]
        check(f'{table}: columns', there, [n for n, _ in columns])
        key = columns[0][0]
        selected = ', '.join(f"encode(ST_AsBinary(\"{n}\", 'NDR'), 'hex')" if n == 'geom' else f'"{n}"' for n, _ in columns)
        theirs = pg.sql(f'SELECT {selected} FROM "{schema}"."{name}" ORDER BY "{key}"')
        ours = db.execute(f'SELECT * FROM "{table}" ORDER BY "{key}"').fetchall()
        check(f'{table}: rows', len(theirs), len(ours))
        wrong = []
        for a, b in zip(ours, theirs):
            for (column, kind), x, y in zip(columns, a, b):
                if column == 'geom' and x is not None:
                    x = x[8 + (0, 32, 48, 48, 64)[x[3] >> 1 & 7]:].hex()
                elif isinstance(x, float) or kind == 'INTEGER' or column == 'fid':  # that of a view has no kind
                    x, y = (None if v is None else float(v) for v in (x, y))
                else:
                    x = as_pg(x, kind)
                if x != y: wrong.append((column, x, y))
        check(f'{table}: every value', wrong[:3], [])
        total += len(ours)
    db.close()
    true(f'many rows ({total})', total > 15000)


def readers(pg, file):
    """What reads a ledger reads it there: the same words, the same project but for the places of the layers."""
    address = place(pg)
    back = FOLDER / 'back'
    back.mkdir()
    run('verify', address, '-w', WORKSPACE)
    run('export', address, '-o', back / 'pg.kml')
    true('the KML has the name of the schema', f'<name>{SCHEMA}</name>' in (back / 'pg.kml').read_text(encoding='utf-8').split('<Folder')[0])
    for ending in ('geojson', 'fgb', 'kml'):
        for where, name in ((address, 'pg'), (file, 'file')):
            run('export', where, '-o', back / f'{name}-areas.{ending}', '--layer', 'conflict_areas')
        from_pg, from_file = ((back / f'{n}-areas.{ending}').read_bytes() for n in ('pg', 'file'))
        true(f'export: the same {ending}, but for the name of the ledger', from_pg.replace(f'<name>{SCHEMA}<'.encode(), f'<name>{pathlib.Path(file).stem}<'.encode()) == from_file)
    run('export', address, '-o', back / 'folder', '--format', 'shapefile')
    true('export: a folder', (back / 'folder/conflict_areas.shp').exists() and (back / 'folder/basemap.dbf').exists())
    ids = sqlite3.connect(file).execute("SELECT conflict_id FROM conflicts WHERE dimension = 2 LIMIT 1").fetchone()[0]
    check('explain says the same', run('explain', address, ids).stdout, run('explain', file, ids).stdout)
    for where, name in ((address, 'pg'), (file, 'file')):
        run('report', where, '-o', back / f'{name}.html', '--xlsx', back / f'{name}.xlsx')
    one_, other = ((back / f'{n}.html').read_text(encoding='utf-8') for n in ('pg', 'file'))
    check('the report is the same but for the name of the ledger', one_.replace(SCHEMA, '@'), other.replace(pathlib.Path(file).name, '@'))
    run('overlay', '-w', WORKSPACE, '-o', place(pg, 'exported'), '--csv', back / 'pg.csv', '--geojson', back / 'pg.geojson')
    overlay(back / 'x.gpkg', '--csv', back / 'file.csv', '--geojson', back / 'file.geojson')
    for kind in ('csv', 'geojson'):
        true(f'--{kind} beside a schema', (back / f'pg.{kind}').read_bytes() == (back / f'file.{kind}').read_bytes())
    pg.sql("DROP SCHEMA exported CASCADE; DELETE FROM public.layer_styles WHERE f_table_schema = 'exported'")


# ---- what the database holds beside rows

def furniture(pg, english):
    comments = dict(pg.sql(f"SELECT c.relname, obj_description(c.oid, 'pg_class') FROM pg_class c WHERE relnamespace = '\"{SCHEMA}\"'::regnamespace AND relkind IN ('r', 'v')"))
    check('tables without a comment', [t for t, c in comments.items() if not c], [])
    check('a comment in Chinese', comments['conflict_areas'], '冲突(面)')
    bare = pg.sql(f"SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = '\"{SCHEMA}\"'::regnamespace AND relkind IN ('r', 'v') "
                  "AND attnum > 0 AND relname NOT IN ('run_log', 'styles') AND col_description(c.oid, attnum) IS NULL")
    db = sqlite3.connect(f'file:{english}?mode=ro', uri=True)
    titled = {(t, c) for t, c in db.execute('SELECT table_name, column_name FROM gpkg_data_columns')}
    check('a comment on every column that has a title', [b for b in bare if tuple(b) in titled], [])
    check('a comment with its explanation', one(pg, f"SELECT col_description('\"{SCHEMA}\".conflicts'::regclass, attnum) FROM pg_attribute WHERE attrelid = '\"{SCHEMA}\".conflicts'::regclass AND attname = 'overlap_m2'"),
          '重叠面积(m²)。点、线和仅接触时为 0')
    check('primary keys', int(one(pg, f"SELECT count(*) FROM pg_constraint WHERE connamespace = '\"{SCHEMA}\"'::regnamespace AND contype = 'p'")), 17)
    for what, sql, index in (('by place', f'SELECT fid FROM "{SCHEMA}".activity_areas WHERE geom && ST_MakeEnvelope(84, 44, 84.01, 44.01, 4490)', 'activity_areas_by_place'),
                             ('by activity', f"SELECT * FROM \"{SCHEMA}\".conflicts WHERE activity_id = 'x'", 'conflict_areas_by_activity_id'),
                             ('by conflict', f"SELECT * FROM \"{SCHEMA}\".conflict_areas WHERE conflict_id = 'x'", 'conflict_areas_by_conflict_id'),
                             ('by key', f'SELECT * FROM "{SCHEMA}".basemap WHERE fid = 7', 'basemap_pkey')):
        plan = '\n'.join(r[0] for r in pg.sql(f'SET enable_seqscan = off; EXPLAIN {sql}'))
        true(f'the index {what} serves: {plan}', index in plan)
    check('geometry columns as PostGIS knows them', pg.sql(f"SELECT f_table_name, srid FROM geometry_columns WHERE f_table_schema = '{SCHEMA}' ORDER BY 1"), sorted((t, '4490') for t in SPATIAL))
    check('statistics are there', pg.sql(f"SELECT relname FROM pg_class WHERE relnamespace = '\"{SCHEMA}\"'::regnamespace AND relkind = 'r' AND reltuples < 0 AND relname <> 'run_log'"), [])
    log = pg.sql(f'SELECT database_user, command, seconds > 0, stages::text LIKE \'%overlay%\' FROM "{SCHEMA}".run_log')
    check('one row of the log for each writing', log, [('redline', 'overlay', 't', 't')] * len(log))
    true('the seconds are not rounded', any(len(n.partition('.')[2]) > 6 for n, in pg.sql(f'SELECT seconds::text FROM "{SCHEMA}".run_log')))
    check('no styles of a workspace', pg.sql(f'SELECT DISTINCT styles::text FROM "{SCHEMA}".run_log'), [('{}',)])
    return len(log)


# ---- QGIS

def qgis(pg, *args, with_password=True):
    home = FOLDER / 'home'
    home.mkdir(mode=0o700, exist_ok=True)
    env = {'PATH': '/usr/bin:/bin', 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LANG': 'C.UTF-8', 'QT_QPA_PLATFORM': 'offscreen', 'PYTHONDONTWRITEBYTECODE': '1'}
    if with_password: env['PGPASSWORD'] = pg.password
    r = subprocess.run(['/usr/bin/python3', '-c', DRAWING + (HERE / 'inspect_project.py').read_text(), *map(str, args)], capture_output=True, text=True, env=env, cwd='/')
    if not r.stdout: print(r.stderr)
    answer = json.loads(r.stdout.splitlines()[-1])
    if 'logged' in answer:  # QGIS 3.22 says this once of every database, whatever lies in it
        answer['logged'] = [t for t in answer['logged'] if 'row number 0 is out of range' not in t]
    return answer


def in_qgis(pg, file):
    if subprocess.run(['/usr/bin/python3', '-c', 'import qgis.core'], capture_output=True, env={'PATH': '/usr/bin:/bin'}).returncode:
        print('python3-qgis is not installed')
        return true('QGIS is there in CI', not os.environ.get('CI'))
    projects = {}
    for where, name in ((place(pg), 'pg'), (file, 'file')):
        run('qgis', where, '-o', FOLDER / f'{name}.qgz', '--lang', 'zh')
        projects[name] = qgis(pg, 'project', FOLDER / f'{name}.qgz')
    a, b = projects['pg'], projects['file']
    xml = subprocess.run(['unzip', '-p', str(FOLDER / 'pg.qgz')], capture_output=True).stdout.decode() if shutil.which('unzip') else __import__('zipfile').ZipFile(FOLDER / 'pg.qgz').read('project.qgs').decode()
    true('no password in the project', pg.password not in xml and 'password' not in xml.lower().replace('attributedisplayname', ''))
    check('layers that are not valid', [i for i, m in a['layers'].items() if not m['valid']], [])
    check('nothing in the log of QGIS', a['logged'], [])
    true('all layers come from PostGIS', all('table="台账 2019".' in m['source'] and 'layername=' not in m['source'] for m in a['layers'].values()))
    check('the same layers with the same counts', {i: (m['count'], m['name'], m['crs'], m['tree'], m['aliases'], m['fields']) for i, m in a['layers'].items()},
          {i: (m['count'], m['name'], m['crs'], m['tree'], m['aliases'], m['fields']) for i, m in b['layers'].items()})
    check('relations hold', [r for r in a['relations'] if not r[0]], [])
    for what in ('crs', 'ellipsoid', 'bookmarks', 'themes', 'layouts', 'groups', 'relations'):
        check(f'the same as of the file: {what}', a[what], b[what])
    tips = qgis(pg, 'tips', FOLDER / 'pg.qgz')
    true('map tips speak', tips['said'] > 100)
    check('map tips and actions evaluate', tips['wrong'], [])
    related = {n: qgis(pg, 'related', FOLDER / f'{n}.qgz', 'redline_activity_areas_mining_right')['related'] for n in projects}
    true('activities have conflicts by the relation', sum(related['file'].values()) > 10)
    check('the relation gives the same conflicts', related['pg'], related['file'])
    pictures = {}
    for n in projects:
        check(f'{n}: drawn without errors', qgis(pg, 'image', FOLDER / f'{n}.qgz', '全部图层', FOLDER / f'{n}.png', 480, 330, 88.6, 38.4, 93.8, 42.6)['errors'], [])
    share = qgis(pg, 'differ', FOLDER / 'pg.png', FOLDER / 'file.png')['share']
    true(f'the map is the same ({share:.4f} of the pixels differ, edges of equal priority)', share <= 0.005)
    bare = qgis(pg, 'database', f"dbname='redline' host={pg.folder} user='redline' key='fid'", SCHEMA, *SPATIAL)
    check('styles that QGIS finds by itself: nothing in its log', bare['logged'], [])
    for t in SPATIAL:
        true(f'{t}: dragged into QGIS it is styled, {bare["styles"][t]}', bare['styles'][t]['rules'] > 1 and bare['styles'][t]['labels'] and bare['styles'][t]['tip'])
    lost = qgis(pg, 'project', FOLDER / 'pg.qgz', with_password=False)
    true('without the password no layer opens', not any(m['valid'] for m in lost['layers'].values()))


# ---- one transaction

def state_of(pg, schema):
    """All tables in one snapshot: what they say of the run they belong to."""
    return one(pg, f"""SELECT (SELECT value FROM "{schema}".run WHERE key = 'as_of') || ' ' || (SELECT count(*) FROM "{schema}".conflicts) || ' ' ||
        (SELECT count(*) FROM "{schema}".activity_areas) || ' ' || (SELECT count(*) FROM "{schema}".layers_checked) || ' ' || (SELECT count(*) FROM "{schema}".findings)""")


def by_steps(pg, schema):
    """Table by table in one transaction of a level that keeps its snapshot: the case where an emptied table would show."""
    found = pg.sql(f"""BEGIN ISOLATION LEVEL REPEATABLE READ; CREATE TEMP TABLE seen (n text);
        INSERT INTO seen SELECT count(*) FROM "{schema}".conflict_areas; SELECT pg_sleep(0.15);
        INSERT INTO seen SELECT count(*) FROM "{schema}".conflict_points; INSERT INTO seen SELECT value FROM "{schema}".run WHERE key = 'as_of';
        COMMIT; SELECT string_agg(n, ' ') FROM seen""")
    return found[0][0]


def never_half(pg):
    schema = 'shared'
    overlay(place(pg, schema), '--as-of', '2019-03-31')
    states = [state_of(pg, schema)]
    steps = [by_steps(pg, schema)]
    overlay(place(pg, schema), *OTHER, '--overwrite')
    small = state_of(pg, schema), by_steps(pg, schema)
    numbers = [[int(n) for n in x.split()[1:]] for x in (states[0], small[0])]
    true(f'the two ledgers differ, and none is empty: {numbers}', all(numbers[0] + numbers[1]) and sum(a != b for a, b in zip(*numbers)) >= 2)
    states.append(small[0])
    steps.append(small[1])
    seen, seen_steps, slowest, errors, stop = set(), set(), [0.0], [], threading.Event()

    def loop(look, into):
        while not stop.is_set():
            try:
                began = time.monotonic()
                into.add(look(pg, schema))
                slowest[0] = max(slowest[0], time.monotonic() - began)
            except Exception as e:
                errors.append(str(e))
                return

    threads = [threading.Thread(target=loop, args=x) for x in ((state_of, seen), (by_steps, seen_steps))]
    for t in threads: t.start()
    for i in range(4):
        overlay(place(pg, schema), *(['--as-of', '2019-03-31'] if i % 2 == 0 else OTHER), '--overwrite')
    stop.set()
    for t in threads: t.join()
    check('readers: errors', errors, [])
    check('readers: old or new, never half', seen, set(states))
    check('readers table by table: old or new, never half', seen_steps - set(steps), set())
    true(f'readers do not wait (slowest look {slowest[0]:.2f} s)', slowest[0] < 5)


def killed(pg):
    schema = 'shared'
    before, log = state_of(pg, schema), one(pg, f'SELECT count(*) FROM {schema}.run_log')
    styles = one(pg, "SELECT md5(string_agg(styleqml::text, '' ORDER BY id)) FROM public.layer_styles WHERE f_table_schema = 'shared'")
    pg.sql(f'''CREATE FUNCTION public.slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NULL; END';
               CREATE TRIGGER slow AFTER INSERT ON {schema}.basemap EXECUTE FUNCTION public.slow()''')
    for name, number in (('kill -9', signal.SIGKILL), ('interrupt', signal.SIGINT)):
        p = subprocess.Popen([BINARY, 'overlay', '-w', str(WORKSPACE), '-o', place(pg, schema), '--overwrite'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             env={**os.environ, 'TMPDIR': str(FOLDER)})
        inside = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'redline' AND wait_event = 'PgSleep'"
        for _ in range(300):
            if one(pg, inside) == '1': break
            time.sleep(0.1)
        check(f'{name}: in the middle of the writing', one(pg, inside), '1')
        check(f'{name}: the old ledger is read meanwhile', state_of(pg, schema), before)
        if number == signal.SIGINT:  # the statement that the program waits for takes half a minute
            stopped(name, p)
        else:
            p.kill()
            p.wait()
            pg.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'redline'")
        for _ in range(100):
            if one(pg, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'redline'") == '0': break
            time.sleep(0.1)
        check(f'{name}: the old ledger is whole', state_of(pg, schema), before)
        check(f'{name}: no row in the log', one(pg, f'SELECT count(*) FROM {schema}.run_log'), log)
        check(f'{name}: the shared styles are whole', one(pg, "SELECT md5(string_agg(styleqml::text, '' ORDER BY id)) FROM public.layer_styles WHERE f_table_schema = 'shared'"), styles)
    pg.sql(f'DROP TRIGGER slow ON {schema}.basemap; DROP FUNCTION public.slow()')
    overlay(place(pg, schema), '--as-of', '2019-03-31', '--overwrite')
    true('and can be replaced afterwards', state_of(pg, schema) != before)


def stopped(what, p):
    sent = time.monotonic()
    p.send_signal(signal.SIGINT)
    _, err = p.communicate(timeout=60)
    check(f'{what}: exit status ({err})', p.returncode, 130)
    true(f'{what}: soon ({time.monotonic() - sent:.1f} s)', time.monotonic() - sent < 10)


def waiting(pg):
    """Another writer is at work: the second one waits, says so, can be stopped, and goes on by itself."""
    schema = 'shared'
    before = state_of(pg, schema)
    held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
    other = threading.Thread(target=pg.sql, args=(f"BEGIN; SELECT pg_advisory_xact_lock(hashtext('redline {schema}')); SELECT pg_sleep(20); COMMIT",))
    other.start()
    for _ in range(100):
        if one(pg, held) == '1': break
        time.sleep(0.1)
    writers = [subprocess.Popen([BINARY, 'overlay', '-w', str(WORKSPACE), '-o', place(pg, schema), '--overwrite', '--progress', '--lang', 'zh', *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, env={**os.environ, 'TMPDIR': str(FOLDER)}) for more in ((), OTHER)]
    for p in writers: true('the wait is told', any('stage.postgis_wait' in line and '等待' in line for line in p.stderr))
    stopped('a writer that waits', writers[0])
    check('the other one is still at work', one(pg, held), '1')
    check('the old ledger is whole', state_of(pg, schema), before)
    _, err = writers[1].communicate(timeout=120)
    check(f'whoever waited goes on ({err[-300:]})', writers[1].returncode, 0)
    true('and has written', state_of(pg, schema) != before)
    other.join()


# ---- what belongs to others

def of_others(pg):
    schema = 'shared'
    pg.sql(f"""CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA {schema} TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader;
        CREATE VIEW {schema}.ours AS SELECT conflict_id, verdict FROM {schema}.conflicts; CREATE TABLE {schema}.notes (n text); INSERT INTO {schema}.notes VALUES ('kept');
        INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, stylename, styleqml, useasdefault)
          VALUES ('redline', 'shared', 'basemap', 'geom', 'of the office', '<qgis/>', true), ('redline', 'elsewhere', 'basemap', 'geom', 'redline', '<qgis/>', true);
        UPDATE public.layer_styles SET useasdefault = false WHERE f_table_schema = 'shared' AND f_table_name = 'basemap' AND stylename = 'redline'""")
    overlay(place(pg, schema), '--overwrite')
    check('rights of others on the tables stay', one(pg, f"SELECT has_table_privilege('reader', '{schema}.conflict_areas', 'SELECT')"), 't')
    check('views and tables of others stay', (one(pg, f'SELECT count(*) > 0 FROM {schema}.ours'), one(pg, f'SELECT n FROM {schema}.notes')), ('t', 'kept'))
    check('a style that a user made the default stays it', pg.sql("SELECT stylename, useasdefault FROM public.layer_styles WHERE f_table_schema = 'shared' AND f_table_name = 'basemap' ORDER BY 1"),
          [('of the office', 't'), ('redline', 'f')])
    check('styles of other schemas stay', one(pg, "SELECT count(*) FROM public.layer_styles WHERE f_table_schema = 'elsewhere'"), '1')
    check('one style for each layer, however often written', one(pg, "SELECT count(*) FROM public.layer_styles WHERE f_table_schema = 'shared' AND stylename = 'redline'"), '8')


def own_styles(pg):
    """The log names the styles of the workspace, as LEDGER.run.json does."""
    mine = FOLDER / '自己的样式'
    shutil.copytree(WORKSPACE, mine)
    (mine / 'styles').mkdir(exist_ok=True)
    (mine / 'styles/basemap.qml').write_text('<qgis><renderer-v2 type="nullSymbol"/></qgis>')
    run('overlay', '-w', mine, '-o', FOLDER / 'styled.gpkg')
    run('overlay', '-w', mine, '-o', place(pg, 'styled'))
    check('styles in the log', json.loads(one(pg, 'SELECT styles FROM styled.run_log')), json.loads((FOLDER / 'styled.gpkg.run.json').read_text())['styles'])
    pg.sql("DROP SCHEMA styled CASCADE; DELETE FROM public.layer_styles WHERE f_table_schema = 'styled'")


def without_public(pg):
    """A user who may not write into public, in a schema that the administrator made."""
    pg.sql("CREATE ROLE office LOGIN PASSWORD 'o-4490'; CREATE SCHEMA office AUTHORIZATION office")
    address = f"PG:host={pg.folder} dbname=redline user=office schemas=office"
    r = overlay(address, env={'PGPASSWORD': 'o-4490'})
    true(f'what is missing is said: {r.stdout}', 'public.layer_styles' in r.stdout and 'permission' in r.stdout)
    check('the styles are in the schema', one(pg, 'SELECT count(*) FROM office.styles'), '8')
    r = overlay(address, '--overwrite', '--lang', 'zh', env={'PGPASSWORD': 'o-4490'})
    true('also in Chinese', '不带样式' in r.stdout)


# ---- wrong inputs

def refused(pg):
    pg.sql("CREATE SCHEMA foreign_; CREATE TABLE foreign_.\"run\" (key text, value text); CREATE TABLE foreign_.parcels (a int); CREATE SCHEMA empty_; "
           "CREATE SCHEMA old; CREATE TABLE old.run (key text, value text); INSERT INTO old.run VALUES ('format', 'redline-ledger/1')")
    pg.sql(f"CREATE DATABASE bare; CREATE ROLE weak LOGIN PASSWORD 'w-4490'; CREATE ROLE locked LOGIN PASSWORD 'l-4490'; CREATE TABLE public.plain (a int)")
    weak = f'PG:host={pg.folder} dbname=redline user=weak password=w-4490 schemas='
    out = [('no schema', pg.dsn, [], 2, '没有写明', 'does not say which schema'),
           ('public', f'{pg.dsn} schemas=public', [], 2, '专用的模式', 'schema of its own'),
           ('no server', f'PG:host={FOLDER} dbname=x password=geheim-4490 schemas=s', [], 4, '无法连接', 'cannot be connected'),
           ('no database', place(pg).replace('dbname=redline', 'dbname=none'), [], 4, '无法连接', 'does not exist'),
           ('wrong password', place(pg).replace(pg.password, 'falsch-4490'), [], 4, 'PGPASSWORD', 'PGPASSWORD'),
           ('unreadable', f'PG:host=h dbname=d password=zwei geheim-4490 schemas=s', [], 2, '写法有误', 'cannot be read'),
           ('no PostGIS', place(pg, 's').replace('dbname=redline', 'dbname=bare'), [], 4, 'CREATE EXTENSION', 'CREATE EXTENSION'),
           ('there already', place(pg), [], 4, '已有台账', 'holds a ledger already'),
           ('tables of others', place(pg, 'foreign_'), ['--overwrite'], 4, 'parcels', 'parcels'),
           ('another version', place(pg, 'old'), ['--overwrite'], 4, '与本版本不符', 'not of this version'),
           ('no right to create', weak + 's', [], 4, '无权', 'may not create'),
           ('no right in an empty schema', weak + 'empty_', [], 4, '无权', 'may not create'),
           ('table of another user', weak + 'shared', ['--overwrite'], 4, '权限', 'ights')]
    tables = pg.sql('SELECT relnamespace::regnamespace, relname FROM pg_class ORDER BY 1, 2')
    secrets = (pg.password, 'falsch-4490', 'w-4490', 'zwei')
    for what, address, more, status, zh, en in out:
        for language, words in (('zh', zh), ('en', en)):
            r = overlay(address, *more, '--lang', language, status=status, what=what)
            true(f'{what}, {language}: {r.stderr}', words in r.stderr and r.stderr.count('\n') == 2)
            true(f'{what}, {language}: no password: {r.stderr}', not any(s in r.stdout + r.stderr for s in secrets))
    pg.sql('ALTER TABLE shared.run_log RENAME COLUMN host TO machine')
    r = overlay(place(pg, 'shared'), '--overwrite', status=4, what='another run_log')
    true(f'another run_log is found first: {r.stderr}', 'not of this version: host of the table run_log' in r.stderr)
    pg.sql('ALTER TABLE shared.run_log RENAME COLUMN machine TO host')
    pg.sql("GRANT USAGE ON SCHEMA shared TO weak; GRANT SELECT ON ALL TABLES IN SCHEMA shared TO weak")
    r = overlay(weak + 'shared', '--overwrite', status=4, what='owner')
    true(f'the owner is named: {r.stderr}', 'belongs to the user redline' in r.stderr)
    r = run('overlay', '--areas', f'{pg.dsn}:shared.basemap', '--activities', FOLDER / 'file.gpkg:activity_areas', '-o', place(pg, 'shared'), '--overwrite', status=4, what='its own input')
    true(f'its own input: {r.stderr}', 'is an input of this run' in r.stderr and pg.password not in r.stderr)
    r = run('overlay', 'stray', place(pg), '-o', FOLDER / 'a.gpkg', status=2, what='an address where none is expected')
    true(f'no password in errors of the command line: {r.stderr}', pg.password not in r.stderr)
    check('nothing was made or dropped', pg.sql('SELECT relnamespace::regnamespace, relname FROM pg_class ORDER BY 1, 2'), tables)
    for what, args, words in (('explain', ('explain', place(pg, 'foreign_'), 'x'), 'no ledger'), ('qgis', ('qgis', place(pg, 'nowhere'), '-o', FOLDER / 'n.qgz'), 'no ledger'),
                              ('report', ('report', place(pg, 'old'), '-o', FOLDER / 'n.html'), 'not of this version'), ('verify', ('verify', f'{pg.dsn}'), 'which schema'),
                              ('no such id', ('explain', place(pg), 'nobody'), 'nobody')):
        r = run(*args, status=2 if what == 'verify' else 3, what=f'reading, {what}')
        true(f'reading, {what}: {r.stderr}', words in r.stderr and pg.password not in r.stderr)
    check('nothing was written', sorted(p.name for p in FOLDER.glob('n.*')), [])
    pg.sql("CREATE TABLE held AS SELECT * FROM shared.run; UPDATE shared.run SET value = 'another' WHERE key IN ('redline', 'rules_sha256')")
    for what, args in (('explain', ('explain', place(pg, 'shared'), 'nobody')), ('verify', ('verify', place(pg, 'shared'), '-w', WORKSPACE)),
                       ('export', ('export', place(pg, 'shared'), '-o', FOLDER / 'n.geojson', '--layer', 'nothing'))):
        r = run(*args, status=2 if what == 'export' else 3, what=f'{what}: the name of the ledger')
        true(f'{what} names no file of its own: {r.stderr}', 'ledger.gpkg' not in r.stderr and str(FOLDER) not in r.stderr)
        true(f'{what} names the place: {r.stderr}', what != 'verify' or 'schemas=shared' in r.stderr)
    pg.sql('UPDATE shared.run r SET value = h.value FROM held h WHERE h.key = r.key; DROP TABLE held')


try:
    with PostgisServer() as pg:
        file = FOLDER / 'file.gpkg'
        overlay(file, '--lang', 'zh')
        r = overlay(place(pg), '--lang', 'zh')
        true(f'what is said: {r.stdout}', '密码' not in r.stdout and pg.password not in r.stdout and SCHEMA in r.stdout)
        ledger_equals(pg, file)
        check('one writing', furniture(pg, file), 1)
        overlay(place(pg), '--lang', 'zh', '--overwrite')
        ledger_equals(pg, file)
        check('two writings', furniture(pg, file), 2)
        readers(pg, file)
        in_qgis(pg, file)
        overlay(place(pg, 'english'), '--lang', 'en')
        check('comments in English', one(pg, "SELECT col_description('english.conflicts'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'english.conflicts'::regclass AND attname = 'overlap_m2'"),
              'Overlap (m²). 0 for points, lines and contacts')
        never_half(pg)
        killed(pg)
        waiting(pg)
        of_others(pg)
        own_styles(pg)
        without_public(pg)
        refused(pg)
except ServerMissing as e:
    print(e)
    sys.exit(1 if os.environ.get('CI') else 77)
done()
