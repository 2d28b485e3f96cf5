"""A private PostgreSQL 15 with PostGIS for one test: in a folder of its own, on a Unix socket only, gone at the end.

    with PostgisServer() as pg:
        pg.dsn              # what GDAL opens (as gdal.OF_VECTOR): "PG:host=… dbname=…"
        pg.sql('SELECT …')  # list of tuples of text (None for NULL); several statements give the rows of the last

PostgreSQL refuses to run as root, so root lends it to the user postgres. Without the server's programs PostgisServer()
raises ServerMissing: a test then skips, and fails in CI.
"""
import csv, io, os, pathlib, shutil, subprocess, tempfile

BIN = pathlib.Path('/usr/lib/postgresql/15/bin')
POSTGIS = pathlib.Path('/usr/share/postgresql/15/extension/postgis.control')
NULL = '\x01null\x01'


class ServerMissing(Exception):
    pass


class PostgisServer:
    def __init__(self, database='redline', user='redline', password='geheim-4490'):
        if not (BIN / 'postgres').exists() or not POSTGIS.exists():
            raise ServerMissing('postgresql-15 with postgresql-15-postgis-3 is not installed')
        self.database, self.user, self.password = database, user, password
        self.folder = self.dsn = None

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='redline-pg-', dir='/tmp'))  # a socket's path is at most 107 bytes
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if (self.folder / 'data' / 'postmaster.pid').exists():
            self._run('pg_ctl', '-D', self.folder / 'data', '-m', 'immediate', '-w', 'stop', check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self):
        if os.geteuid() == 0:
            shutil.chown(self.folder, 'postgres')
        data = self.folder / 'data'
        self._run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync')
        with open(data / 'pg_hba.conf', 'w') as hba:  # the user of the tests must show a password, so that one can leak
            hba.write('local all postgres trust\nlocal all all scram-sha-256\n')
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c shared_buffers=64MB -c max_connections=20"
        self._run('pg_ctl', '-D', data, '-l', self.folder / 'log', '-o', options, '-w', '-t', '60', 'start')
        self._admin('postgres', f"CREATE ROLE {self.user} LOGIN SUPERUSER PASSWORD '{self.password}'")
        self._admin('postgres', f'CREATE DATABASE {self.database} OWNER {self.user}')
        self._admin(self.database, 'CREATE EXTENSION postgis')
        self.dsn = f'PG:host={self.folder} dbname={self.database} user={self.user} password={self.password}'

    def _admin(self, database, text):
        self._run('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', self.folder, '-U', 'postgres', '-d', database, '-c', text)

    def _run(self, program, *args, check=True):
        as_postgres = ['runuser', '-u', 'postgres', '--'] if os.geteuid() == 0 else []
        r = subprocess.run([*as_postgres, str(BIN / program), *map(str, args)], cwd='/', stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=120)
        if check and r.returncode:
            raise RuntimeError(f'{program}: {r.stderr}')

    def sql(self, text):
        command = [BIN / 'psql', '-X', '-q', '--csv', '-t', '-v', 'ON_ERROR_STOP=1', '-P', f'null={NULL}',
                   '-h', self.folder, '-U', self.user, '-d', self.database, '-f', '-']
        r = subprocess.run(list(map(str, command)), input=text, capture_output=True, text=True, cwd='/',
                           env={**os.environ, 'PGPASSWORD': self.password, 'PGCLIENTENCODING': 'UTF8'})
        if r.returncode:
            raise RuntimeError(r.stderr)
        return [tuple(None if v == NULL else v for v in row or ['']) for row in csv.reader(io.StringIO(r.stdout))]
