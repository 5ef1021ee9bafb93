"""What the end-to-end tests share: running the two programs as a user would, on texts made for a test."""
import json
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS = []


def test(fn):
    """A test is a function whose name is a sentence; it fails by an exception."""
    TESTS.append(fn)
    return fn


class Result:
    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8", "replace")

    def json(self):
        return json.loads(self.out)

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


class House:
    """The programs, and a folder of one test's own."""

    build = ROOT / "build"
    wrap = []  # a command before the programs: valgrind

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.db = str(self.folder / "db")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return str(path)

    def run(self, program, *args, env=None, cwd=None, timeout=120):
        clean = {k: v for k, v in os.environ.items() if k not in ("KARTOTEKA_DB", "NO_COLOR", "COLUMNS")}
        done = subprocess.run([*self.wrap, str(self.build / program), *map(str, args)], stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=timeout, env={**clean, **(env or {})}, cwd=cwd)
        return Result(done)

    def index(self, *args, code=0, **how):
        r = self.run("kartoteka-index", "--db", self.db, *args, **how)
        assert r.code == code, f"kartoteka-index {args}: exit {r.code}, not {code}: {r.err}"
        return r

    def ask(self, verb, *args, code=0, **how):
        r = self.run("kartoteka", verb, "--db", self.db, *args, **how)
        assert r.code == code, f"kartoteka {verb} {args}: exit {r.code}, not {code}: {r.out[:300]} {r.err}"
        return r

    def search(self, query, *args, code=0):
        """The answer as an object; exit 1 must go with nothing found."""
        return self.ask("search", "--format", "json", *args, "--", query, code=code).json()

    def passages(self, query, *args):
        """Names of the passages found, in order."""
        r = self.run("kartoteka", "search", "--db", self.db, "--format", "jsonl", "--limit", "0", *args, "--", query)
        assert r.code in (0, 1), f"{query}: exit {r.code}: {r.err}"
        found = [h["passage"] for h in r.lines()]
        assert bool(found) == (r.code == 0), f"{query}: exit {r.code} with {len(found)} hits"
        return found


def equal(got, wanted, what=""):
    assert got == wanted, f"{what}: {got!r}, not {wanted!r}"


def run_all(only):
    passed = failed = 0
    for fn in TESTS:
        if only and fn.__name__ not in only:
            continue
        with tempfile.TemporaryDirectory(prefix="kartoteka-test-") as folder:
            try:
                fn(House(folder))
                passed += 1
            except Exception as e:  # a test that fails in any way is a failure, and the others still run
                failed += 1
                print(f"FAILED {fn.__name__}: {type(e).__name__}: {e}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0
