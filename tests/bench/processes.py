"""processes.py - runs programs and measures them: seconds, memory of all their processes, a cold start."""
import os
import pathlib
import subprocess
import threading
import time


def one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _tree(pid):
    yield pid
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _tree(child)


def _memory(pid):
    """Bytes that a process and those it started take, what they share counted once (PSS)."""
    total = 0
    for one in _tree(pid):
        with open(f"/proc/{one}/smaps_rollup") as f:
            total += sum(int(line.split()[1]) << 10 for line in f if line.startswith("Pss:"))
    return total


class _Watch(threading.Thread):
    """Looks at the memory of a running program, ten times a second."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.ended = pid, 0, threading.Event()

    def run(self):
        while not self.ended.wait(0.1):
            try:
                self.peak = max(self.peak, _memory(self.pid))
            except OSError:  # a process ended meanwhile
                pass


def run(command, environment=None, single=False, watch=False):
    """Runs a command to its end; gives its seconds, those of the processor, and its peak memory in bytes, if watched."""
    before = os.times()
    start = time.perf_counter()
    with subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          env={**os.environ, **(environment or {})}, preexec_fn=one_core if single else None) as p:
        watching = _Watch(p.pid)
        if watch:
            watching.start()
        said = p.stderr.read()
        p.wait()
        took = time.perf_counter() - start
        watching.ended.set()
    after = os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    if p.returncode:
        raise SystemExit(f"{command[0]}: exit status {p.returncode}: {said.decode('utf-8', 'replace')[-500:]}")
    return took, busy, watching.peak


def answers(commands, queries, rounds=2):
    """Asks programs that read queries from their input, in turn: for each program a list, (documents, seconds) of each
    query, the fastest of the rounds."""
    told = [[_answers(c, q) for c, q in zip(commands, queries)] for _ in range(rounds)]
    return [[min(of_query, key=lambda answer: answer[1]) for of_query in zip(*of_program)] for of_program in zip(*told)]


def _answers(command, queries):
    done = subprocess.run([str(c) for c in command], input="\n".join(queries) + "\n", text=True,
                          capture_output=True)
    if done.returncode:
        raise SystemExit(f"{command[0]}: exit status {done.returncode}: {done.stderr}")
    return [(int(count), float(us) / 1e6) for count, us in (line.split("\t")[:2] for line in done.stdout.splitlines())]


class Asker:
    """Starts a program for one question, with as little as possible around it."""

    def __init__(self):
        null = os.open("/dev/null", os.O_RDWR)
        self.actions = [(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1, 2)]

    def ask(self, command):
        """Seconds from start to end, and how many blocks were read from the disk."""
        command = [str(c) for c in command]
        start = time.perf_counter()
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=self.actions)
        _, status, usage = os.wait4(pid, 0)
        took = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(f"{' '.join(command)}: exit status {os.waitstatus_to_exitcode(status)}")
        return took, usage.ru_inblock

    def seconds(self, command):
        return self.ask(command)[0]


def forget(folder):
    """Takes the files of a folder out of the page cache."""
    for f in pathlib.Path(folder).rglob("*"):
        if f.is_file():
            fd = os.open(f, os.O_RDONLY)
            os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(fd)


def size_of(path):
    path = pathlib.Path(path)
    return sum(f.stat().st_size for f in [path, *path.rglob("*")] if f.is_file())
