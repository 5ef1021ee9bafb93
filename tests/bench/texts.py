"""texts.py - what is indexed, in the form that each program takes it, and the words to ask for."""
import collections
import pathlib
import random
import re
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEFAULT_BYTES = 5e6  # of the essays, repeated
FILE_PARAGRAPHS = 40  # of each file for Recoll, whose documents are files
SAMPLE = 40000  # paragraphs that words are counted in
SAME_BYTES = 8e6  # of the paragraphs that mean the same to every program
WORD = re.compile(r"[^\W\d_]+")

# Shares of the paragraphs that have a word; what is commoner than "common" is a function word or nearly one.
BANDS = {"rare": (0.0002, 0.001), "middle": (0.001, 0.01), "common": (0.01, 0.05)}


def copy_of(folder, target):
    """Copies of the texts below a folder, all in one; without a folder, the essays often enough."""
    if folder:
        files = [p for p in sorted(pathlib.Path(folder).rglob("*")) if p.suffix in (".txt", ".md") and p.is_file()]
        for i, p in enumerate(files):
            shutil.copy(p, target / f"{i:05}-{p.name}")
        return
    essays = sorted((ROOT / "corpus" / "texts").glob("*.md"))
    size, turn = 0, 0
    while size < DEFAULT_BYTES:
        for p in essays:
            copy = target / f"{turn:03}-{p.stem}.txt"
            copy.write_text(f"Part {turn}\n\n" + p.read_text().split("---", 2)[2])
            size += copy.stat().st_size
        turn += 1


class Texts:
    """The texts: as they are, as files of 40 paragraphs, a line a paragraph, and as scriptindex reads them."""

    def __init__(self, scratch, folder):
        self.files, self.small = scratch / "texts", scratch / "small"
        self.lines, self.script = scratch / "lines", scratch / "script-input"
        for made in (self.files, self.small):
            made.mkdir()
        copy_of(folder, self.files)
        self.list = sorted(self.files.iterdir())
        self.mb = sum(f.stat().st_size for f in self.list) / 1e6
        self.count = 0
        self._cut()
        self._count_words()

    def _cut(self):
        with open(self.lines, "w") as lines, open(self.script, "w") as script:
            for number, f in enumerate(self.list):
                raw = [p for p in re.split(r"\n\s*\n", f.read_text("utf-8", "replace")) if p.strip()]
                for p in raw:
                    p = " ".join(p.split())
                    lines.write(p + "\n")
                    script.write("text=" + p + "\n\n")
                self.count += len(raw)
                for i in range(0, len(raw), FILE_PARAGRAPHS):
                    part = "\n\n".join(raw[i:i + FILE_PARAGRAPHS]) + "\n"
                    (self.small / f"{number:05}-{i // FILE_PARAGRAPHS:05}.txt").write_text(part)

    def _count_words(self):
        step = max(1, self.count // SAMPLE)
        with open(self.lines) as f:
            self.sample = [WORD.findall(p.lower()) for i, p in enumerate(f) if i % step == 0]
        have = collections.Counter(w for p in self.sample for w in set(p) if len(w) > 2)
        self.band = {}
        for name, (least, most) in BANDS.items():
            for word, count in have.items():
                if least <= count / len(self.sample) < most:
                    self.band[word] = name
        self.words = {name: sorted(w for w, b in self.band.items() if b == name) for name in BANDS}

    def draw(self, count, *bands, seed=1917):
        """Questions, each with a word of each band."""
        dice = random.Random(repr((seed, bands)))
        return [" ".join(dice.choice(self.words[b]) for b in bands) for _ in range(count)]

    def draw_phrases(self, count, seed=1917):
        """Two words that stand side by side, neither of them frequent."""
        dice = random.Random(seed)
        pairs = sorted({f"{a} {b}" for p in self.sample for a, b in zip(p, p[1:])
                        if self.band.get(a) == self.band.get(b) == "middle"})
        return [f'"{p}"' for p in dice.sample(pairs, min(count, len(pairs)))]

    def write_same(self, target):
        """Paragraphs that are one document to every program: one line of middling length, without marks of notes,
        editors or emphasis, and without hyphens."""
        plain = re.compile(r"[A-Z\"“‘][^][*_`|<>{}#~^…—–-]+[.!?”]")
        size, part, seen = 0, [], set()
        for p in open(self.lines):
            p = p.rstrip("\n")
            if not plain.fullmatch(p) or not 20 <= p.count(" ") <= 200 or p in seen:
                continue
            seen.add(p)
            part.append(p)
            size += len(p)
            if len(part) == 100 or size > SAME_BYTES:
                (target / f"{size:08}.txt").write_text("\n\n".join(part) + "\n")
                part = []
            if size > SAME_BYTES:
                break
        if part:
            (target / "last.txt").write_text("\n\n".join(part) + "\n")
