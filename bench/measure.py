"""Runs commands and measures them as whole processes."""

import dataclasses
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass
class Cost:
    """Seconds of wall and CPU time, and bytes of the largest process."""

    wall: float
    cpu: float
    memory: int
    status: int = 0

    def __add__(self, other):
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def run(command, cwd, log, allowed=(0,)):
    """The cost of a command and all children it waited for; ends the benchmark if it fails."""
    begin = time.monotonic()
    with open(log, "ab") as out:
        process = subprocess.Popen([str(c) for c in command], cwd=cwd, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        tail = pathlib.Path(log).read_text(errors="replace")[-3000:]
        sys.exit("failed with status %d: %s\n%s" % (process.returncode, command, tail))
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit, process.returncode)


def median(costs):
    return Cost(
        statistics.median(c.wall for c in costs),
        statistics.median(c.cpu for c in costs),
        int(statistics.median(c.memory for c in costs)),
        max(c.status for c in costs),
    )


def size(folder):
    """Files and bytes of a folder, without links."""
    files = [f for f in pathlib.Path(folder).rglob("*") if f.is_file() and not f.is_symlink()]
    return len(files), sum(f.stat().st_size for f in files)


def first_line(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        return (done.stdout + done.stderr).strip().splitlines()[0]
    except (OSError, IndexError, subprocess.TimeoutExpired):
        return "not found"


def machine():
    """What the numbers depend on, as lines of text."""
    model, memory = platform.processor() or platform.machine(), "unknown"
    try:
        cpu = pathlib.Path("/proc/cpuinfo").read_text()
        model = next(l for l in cpu.splitlines() if l.startswith("model name")).split(": ", 1)[1]
        total = pathlib.Path("/proc/meminfo").read_text().split()[1]
        memory = "%.1f GiB" % (int(total) / 2**20)
    except (OSError, StopIteration, IndexError):
        pass
    return [
        "%s, %d cores for this process, %s memory" % (model, cores(), memory),
        "%s, Python %s" % (platform.platform(), platform.python_version()),
        "load at the start: %.2f %.2f %.2f" % os.getloadavg(),
    ]


def cores():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
