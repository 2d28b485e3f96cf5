"""Growth of the restoration ledger: import and status of many sites, times and peak memory.  usage: restoration.py REDLINE [SITES=100000]
Ten records a site, by number; deterministic. Prints one line a step: what, seconds, CPU seconds, peak resident memory in MB."""
import os, pathlib, random, resource, subprocess, sys, tempfile, time

binary, sites = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
reserves = ['罗布泊野骆驼', '卡拉麦里', '塔什库尔干', '阿尔泰两河源', '布尔根河狸', '艾比湖湿地', '中昆仑', '阿尔金山', '巴音布鲁克', '哈纳斯']
stages = ['破坏', '设施拆除', '治理恢复', '治理恢复', '治理恢复', '自验', '县级验收', '州级验收', '销号', '治理恢复']
folder = pathlib.Path(tempfile.mkdtemp(prefix='redline-bench-'))
random.seed(1)
with open(folder / 'records.csv', 'w', encoding='utf-8') as f:
    f.write('编号,保护区,治理点,面积,单位,阶段,日期,时限\n')
    for s in range(sites):
        for k, stage in enumerate(stages):
            area = '600' if k == 0 else f'{random.randint(1, 9999) / 100}' if stage == '治理恢复' else ''
            f.write(f'r{s}-{k},{reserves[s % 10]},点{s},{area},{"亩" if area else ""},{stage},{2010 + k}-0{1 + k % 9}-{1 + s % 28:02},2018-06-30\n')


def run(what, *args):
    start = time.monotonic()
    with open(os.devnull, 'w') as nowhere:
        p = subprocess.Popen([binary, *map(str, args)], stdout=nowhere)
        _, code, usage = os.wait4(p.pid, 0)
    if code:
        sys.exit(f'{what} failed')
    print(f'{what}\t{time.monotonic() - start:.1f}\t{usage.ru_utime + usage.ru_stime:.1f}\t{usage.ru_maxrss / 1024:.0f}', flush=True)


run('init', 'init', folder / 'ws')
run(f'import {10 * sites} records', 'restoration', 'import', '-w', folder / 'ws', folder / 'records.csv', '-q')
run('status', 'restoration', 'status', '-w', folder / 'ws', '--csv')
