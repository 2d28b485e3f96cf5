# SPDX-License-Identifier: Apache-2.0
"""Runs the program: lines as they come, progress, cancelling. Needs no QGIS."""
import os
import queue
import signal
import subprocess
import threading
import time

from .binary import NO_WINDOW

GRACE_S = 15  # from the polite end to the hard one
POLL_S = 0.1
END = object()
# Per cent of the bar at which a stage begins and ends.
STAGES = {"stage.read_areas": (1, 3), "stage.basemap": (3, 20), "stage.read_rows": (5, 90), "stage.overlay": (20, 90),
          "stage.screen": (20, 95), "stage.summary": (90, 94), "stage.write": (94, 99), "stage.postgis_wait": (94, 94),
          "stage.postgis": (94, 99)}


class Progress:
    """Reads the lines of `--progress`: progress, stage, done, total, name, apart by tabs. Never goes back."""

    def __init__(self):
        self.percent, self.stage = 0.0, ""

    def take(self, line):
        """The name of a stage that has begun, '' within a stage, None where the line is about something else."""
        parts = line.split("\t")
        if len(parts) != 5 or parts[0] != "progress" or not (parts[2] + parts[3]).isdigit():
            return None
        begin, end = STAGES.get(parts[1], (self.percent, self.percent))
        done, total = int(parts[2]), int(parts[3])
        share = min(1.0, done / total) if total else 0.0
        self.percent = max(self.percent, begin + (end - begin) * share)
        began, self.stage = parts[1] != self.stage, parts[1]
        return parts[4] if began else ""


class Result:
    def __init__(self):
        self.status, self.cancelled, self.errors = None, False, []


def read_lines(stream, name, into):
    with stream:
        for line in stream:
            into.put((name, line.decode("utf-8", "replace").rstrip("\r\n")))
    into.put((name, END))


def feed(stream, text):
    try:
        with stream:
            stream.write(text.encode("utf-8"))
    except OSError:  # the program ended before it read all: its status tells
        pass


def ask_to_end(process):
    if os.name == "nt":
        process.terminate()
    else:
        process.send_signal(signal.SIGINT)


def run(command, said, progress, cancelled, text=None, grace_s=GRACE_S):
    """said(line): standard output; progress(percent, name of a new stage or ''); cancelled(): asked ten times a second.
    Returns a Result whose errors are the lines of standard error that are not progress."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL if text is None else subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, creationflags=NO_WINDOW)
    lines = queue.Queue()
    readers = [threading.Thread(target=read_lines, args=(s, n, lines), daemon=True)
               for s, n in ((process.stdout, "out"), (process.stderr, "err"))]
    if text is not None:
        readers.append(threading.Thread(target=feed, args=(process.stdin, text), daemon=True))
    for r in readers:
        r.start()
    out, bar, open_streams, deadline = Result(), Progress(), 2, None
    while open_streams:
        if deadline is None and cancelled():
            out.cancelled, deadline = True, time.monotonic() + grace_s
            ask_to_end(process)
        if deadline is not None and time.monotonic() > deadline:
            process.kill()
            deadline = float("inf")
        try:
            name, line = lines.get(timeout=POLL_S)
        except queue.Empty:
            continue
        if line is END:
            open_streams -= 1
        elif name == "out":
            said(line)
        else:
            stage = bar.take(line)
            if stage is None:
                out.errors.append(line)
            else:
                progress(bar.percent, stage)
    out.status = process.wait()
    return out
