"""asking.py - how long answers take: whole processes, and many questions in one process."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

from indexing import measure as index_all, Indexer
from processes import Asker, answers, forget, size_of

HERE = pathlib.Path(__file__).resolve().parent
COMMON = ['"of the"', '"to the"', '"one of the first"', '"in the course of the"']
RANKED = {"rare": ["rare"] * 4, "middle": ["middle"] * 4, "common": ["common"] * 4,
          "mixed": ["rare", "middle", "middle", "common"]}


def fastest(times, ask, commands):
    """The seconds of each question, the fastest of so many times."""
    rounds = [[ask(c) for c in commands] for _ in range(times)]
    return [min(of_one) for of_one in zip(*rounds)]


def row(name, seconds):
    ms = sorted(1000 * s for s in seconds)
    print(f"{name:34} {statistics.median(ms):9.2f} {ms[int(len(ms) * .95)]:9.2f} {ms[-1]:9.2f}")
    return statistics.median(ms)


def told(kartoteka, db, *command):
    done = subprocess.run([kartoteka, command[0], "--db", db, "--format", "json", *command[1:]], check=True,
                          capture_output=True, text=True)
    return json.loads(done.stdout)


def questions(kartoteka, db, texts):
    """Kinds of questions: the verb, the questions, how often each is asked."""
    people = told(kartoteka, db, "names", "--kind", "person", "--limit", "3")["names"]
    years = sorted(told(kartoteka, db, "timeline")["years"], key=lambda y: -y["passages"])[:5]
    return {
        "one word": ("search", texts.draw(10, "rare") + texts.draw(10, "middle") + texts.draw(10, "common"), 5),
        "two words": ("search", texts.draw(20, "middle", "common"), 3),
        "four words, ranked": ("search", texts.draw(20, *RANKED["mixed"]), 3),
        "phrase, rare": ("search", texts.draw_phrases(20), 3),
        "phrase of function words": ("search", COMMON, 5),
        "near": ("search", [q.replace(" ", " NEAR/5 ") for q in texts.draw(10, "common", "common", seed=2)], 3),
        "mentions, the three most named": ("mentions", [p["id"] for p in people], 5),
        "year:, the five most told of": ("search", [f"year:{y['year']}" for y in years], 5),
        "timeline of a word": ("timeline", texts.draw(10, "common"), 3),
        "timeline of everything": ("timeline", [], 15),
    }


def peers(dbs, words):
    """One word, asked of other programs as they are started."""
    if shutil.which("quest"):
        yield "quest, one word", [["quest", "--stemmer=none", "-d", dbs["bare"], w] for w in words]
    if shutil.which("sqlite3"):
        yield "sqlite3, one word", [["sqlite3", dbs["fts5"], "select text from t where t match "
                                     f"'\"{w}\"' order by rank limit 10"] for w in words]
    if shutil.which("recollq") and "recoll" in dbs:
        conf = dbs["recoll"].parent.parent / "recoll"
        yield "recollq, one word", [["recollq", "-c", conf, "-n", "10", w] for w in words]


def whole_processes(build, dbs, texts):
    """Prints the table; gives the medians of one word, warm and cold, in milliseconds."""
    kartoteka, db, asker = build / "kartoteka", dbs["all"], Asker()
    kinds = questions(kartoteka, db, texts)
    print(f"\n{'asking, start included, ms':34} {'median':>9} {'95 %':>9} {'worst':>9}")
    medians = {}
    for kind, (verb, queries, times) in kinds.items():
        commands = [[kartoteka, verb, "--db", db, "--", q] for q in queries] or [[kartoteka, verb, "--db", db]]
        medians[kind] = row(kind, fastest(times, asker.seconds, commands))
    words = kinds["one word"][1]
    for name, commands in peers(dbs, words):
        row(name, fastest(5, asker.seconds, commands))
    medians["cold"] = cold(asker, kartoteka, db, words)
    print("of each question the fastest of several times, asked in turn; median, 95 % and worst are of the questions")
    return medians["one word"], medians["cold"]


def cold(asker, kartoteka, db, words):
    """One word, the index taken out of the page cache before each question; gives the median in milliseconds."""
    read = []

    def ask(word):
        forget(db)
        seconds, blocks = asker.ask([kartoteka, "search", "--db", db, "--", word])
        read.append(blocks)
        return seconds

    os.sync()  # only what is on the disk can be forgotten
    took = fastest(3, ask, words)
    if not all(read):
        print("one word, index not in the cache: not measured, its folder is in memory (TMPDIR=... chooses another)")
        return None
    return row("one word, index not in the cache", took)


def one_process(build, dbs, texts):
    """Ranked lists of four words; gives how many times faster than FTS5 ours are, as people ask (mixed)."""
    ours, bare = build / "bench/ask", build / "bench/ask_xapian"
    asked = {kind: texts.draw(20, *bands) for kind, bands in RANKED.items()}
    print(f"\n{'four words ranked, one process, ms':34} {'kartoteka':>9} {'=printed':>9} {'Xapian':>9} {'FTS5':>9} "
          f"{'FTS5/kartoteka':>15}")
    everything, ratio = [[], [], [], []], {}
    for kind, queries in [*asked.items(), ("all of these", None)]:
        if queries:
            printed = [" ".join("=" + w for w in q.split()) for q in queries]
            told = answers([[ours, dbs["all"], 3], [ours, dbs["all"], 3], [bare, dbs["bare"], 3],
                            [sys.executable, HERE / "fts5.py", "ask", dbs["fts5"], 3]],
                           [queries, printed, queries, queries])
            times = [[seconds for _, seconds in of_program] for of_program in told]
            for sum_of, one in zip(everything, times):
                sum_of += one
        medians = [1000 * statistics.median(t) for t in (times if queries else everything)]
        ratio[kind] = medians[3] / medians[0]
        print(f"{kind:34} " + " ".join(f"{m:9.2f}" for m in medians) + f" {ratio[kind]:15.2f}")
    print("rare, middle, common: words of 0.02 to 0.1, of 0.1 to 1, of 1 to 5 in 100 paragraphs; mixed: a rare, two middle\n"
          "and a common one; kartoteka asks for all forms of a word, =printed for the one, as the others do; it counts all\n"
          "passages, those with all the words, too, and marks its ten hits")
    return ratio["mixed"]


def phrases(build, dbs, texts, scratch):
    """Phrases of function words against Xapian's own; gives the least ratio of those that occur."""
    ours, bare = build / "bench/ask", build / "bench/ask_xapian"
    same = same_paragraphs(build, scratch, texts)
    times = answers([[ours, dbs["all"], 5], [bare, dbs["bare"], 5]], [COMMON, COMMON])
    exact = answers([[ours, same[0], 1], [bare, same[1], 1]], [COMMON, COMMON], rounds=1)
    print(f"\n{'phrases, one process, ms':34} {'kartoteka':>9} {'Xapian':>9} {'ratio':>9}   documents; of the same paragraphs")
    ratios = []
    for query, (n, t), (peer_n, peer_t), (m, _), (peer_m, _) in zip(COMMON, *times, *exact):
        verdict = f"{m}, both" if m == peer_m else f"{m} and {peer_m}: NOT THE SAME"
        print(f"{query:34} {1000 * t:9.2f} {1000 * peer_t:9.2f} {peer_t / t:9.2f}   {n} and {peer_n}; {verdict}")
        if n and peer_n:
            ratios.append(peer_t / t)
    print("Xapian: OP_PHRASE over the bare program's database.  Documents differ where long paragraphs are cut, and lines\n"
          "are verse or headings; of paragraphs that are one document to both, they must be the same")
    return min(ratios, default=None)


def same_paragraphs(build, scratch, texts):
    """The databases, ours and Xapian's, of paragraphs that mean the same to both."""
    folder, db = scratch / "same", scratch / "db"
    folder.mkdir()
    texts.write_same(folder)
    index_all({"ours": Indexer("", [build / "kartoteka-index", "--db", db / "same", folder], db / "same"),
               "bare": Indexer("", [build / "bench/yardstick", db / "same-bare", *sorted(folder.iterdir())],
                               db / "same-bare")}, 1)
    return db / "same", db / "same-bare"
