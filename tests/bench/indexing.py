"""indexing.py - how fast the texts are indexed, by whom, and how much that takes on disk and in memory."""
import os
import pathlib
import shutil
import sys

from processes import run, size_of

HERE = pathlib.Path(__file__).resolve().parent


class Indexer:
    def __init__(self, name, command, db, environment=None, single=False):
        self.name, self.command, self.db = name, command, pathlib.Path(db)
        self.environment, self.single = environment, single
        self.cores = 1 if single else len(os.sched_getaffinity(0))
        self.seconds, self.busy, self.peak, self.size = [], [], 0, 0

    def run(self):
        shutil.rmtree(self.db, ignore_errors=True)
        took, busy, peak = run(self.command, self.environment, self.single, watch=True)
        self.seconds.append(took)
        self.busy.append(busy)
        self.peak = max(self.peak, peak)
        self.size = size_of(self.db)

    @property
    def best(self):
        return min(self.seconds)


def recoll(scratch, folder, db):
    """recollindex with a configuration of its own; a home of its own, too, since it looks there."""
    home = scratch / "recoll"
    home.mkdir()
    (home / "recoll.conf").write_text(f"topdirs = {folder}\ndbdir = {db}\nloglevel = 1\nskippedPaths =\n")
    return Indexer("recollindex, files of 40", ["recollindex", "-c", home, "-z"], db,
                   {"HOME": str(home), "RECOLL_CONFDIR": str(home)})


def indexers(build, scratch, texts):
    """By a short name; peers that are not installed are left out."""
    db = scratch / "db"
    db.mkdir()
    ours = build / "kartoteka-index"
    out = {
        "one": Indexer("kartoteka-index, one core", [ours, "--db", db / "one", "--jobs", 1, texts.files], db / "one",
                       single=True),
        "all": Indexer("kartoteka-index, all cores", [ours, "--db", db / "all", texts.files], db / "all"),
        "bare": Indexer("bare Xapian, one core", [build / "bench/yardstick", db / "bare", *texts.list], db / "bare",
                        single=True),
    }
    if shutil.which("scriptindex"):
        script = scratch / "script"
        script.write_text("text : index field\n")
        out["omega"] = Indexer("scriptindex, one core", ["scriptindex", "--overwrite", "--stemmer=english",
                                                         db / "omega", script, texts.script], db / "omega", single=True)
    out["fts5"] = Indexer("SQLite FTS5, one core", [sys.executable, HERE / "fts5.py", "index", db / "fts5.db",
                                                    texts.lines], db / "fts5.db", single=True)
    if shutil.which("recollindex"):
        out["small"] = Indexer("kartoteka, files of 40", [ours, "--db", db / "small", texts.small], db / "small")
        out["recoll"] = recoll(scratch, texts.small, db / "recoll")
    return out


def measure(all_of, rounds):
    for _ in range(rounds):
        for indexer in all_of.values():
            indexer.run()


def table(all_of, mb):
    first = all_of["one"].best
    print(f"\n{'indexing':28} {'s':>7} {'CPU, s':>7} {'MB/s':>6} {'ratio':>6} {'index, MB':>10} {'a MB':>6} {'peak, MB':>9}")
    for i in all_of.values():
        print(f"{i.name:28} {i.best:7.2f} {min(i.busy):7.2f} {mb / i.best:6.2f} {first / i.best:6.2f} {i.size / 1e6:10.1f} "
              f"{i.size / 1e6 / mb:6.2f} {i.peak / 1e6:9.0f}")
    print("ratio: of the rate, to kartoteka-index on one core; a MB: MB of index for each MB of text; peak: memory of all\n"
          "processes together; files of 40: the same text in files of 40 paragraphs, all cores")
