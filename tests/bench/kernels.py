"""Runs the kernels and prints each beside its primitive, as a table. usage: kernels.py BINARY [options of Google Benchmark]"""
import json, subprocess, sys

run = subprocess.run([*sys.argv[1:], '--benchmark_format=json', '--benchmark_repetitions=5', '--benchmark_enable_random_interleaving=true', '--benchmark_min_time=0.05'],
                     capture_output=True, text=True)
if run.returncode: sys.exit(run.stderr)
UNITS = {'ns': 1, 'us': 1e3, 'ms': 1e6, 's': 1e9}
order = subprocess.run([sys.argv[1], '--benchmark_list_tests'], capture_output=True, text=True, check=True).stdout.splitlines()
best = {name.split('|')[0]: {} for name in order}  # the least of the repetitions: other work on the machine only adds
for b in json.loads(run.stdout)['benchmarks']:
    if b['run_type'] != 'iteration': continue
    what, by = b['run_name'].split('/iterations')[0].split('|')
    ns = b['cpu_time'] * UNITS[b['time_unit']]
    best[what].setdefault(by, []).append(ns)


def shown(ns):
    return next(f'{ns / size:.3g} {unit}' for unit, size in (('s', 1e9), ('ms', 1e6), ('µs', 1e3), ('ns', 1)) if ns >= size or unit == 'ns')


print('| kernel | Redline | primitive of the same run | ratio |\n|---|---|---|---|')
for what, times in best.items():
    if not times: continue  # left out by a filter
    own = min(times.pop('redline'))
    if not times: print(f'| {what} | {shown(own)} | — | — |')
    for by, other in times.items():
        print(f'| {what} | {shown(own)} | {by}: {shown(min(other))} | {own / min(other):.2g} |')
