"""What the README shows is what the programs print."""
import re
import shlex

from kit import ROOT, equal, test

BLOCK = re.compile(r"^```\n(\$ kartoteka .*?)^```\n", re.M | re.S)


def examples(text):
    """(command, what is shown below it) of every block of examples."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def printed(h, command):
    words = shlex.split(command)
    return h.run(words[0], words[1], "--db", h.db, *words[2:]).out


def update(h):
    """Writes what the programs print now into the README."""
    readme = ROOT / "README.md"
    h.index(ROOT / "corpus" / "texts")

    def fill(block):
        parts = re.split(r"^\$ ", block.group(1), flags=re.M)[1:]
        commands = [p.partition("\n")[0] for p in parts]
        return "```\n" + "\n".join(f"$ {c}\n{printed(h, c)}".rstrip() + "\n" for c in commands) + "```\n"

    readme.write_text(BLOCK.sub(fill, readme.read_text()))


@test
def every_example_of_the_readme_is_what_is_printed(h):
    h.index(ROOT / "corpus" / "texts")
    shown = list(examples((ROOT / "README.md").read_text()))
    assert len(shown) >= 6, "examples are missing"
    for command, text in shown:
        equal(printed(h, command).strip(), text.strip(), command)


@test
def the_demo_answers_its_questions(h):
    import subprocess
    h.index(ROOT / "corpus" / "texts")
    r = subprocess.run(["sh", str(ROOT / "tests" / "demo.sh"), str(h.build / "kartoteka"), h.db], capture_output=True,
                       text=True)
    equal(r.returncode, 0, r.stderr)
    equal(r.stdout.count("\n$ kartoteka"), 3, "questions")
    assert "Smirnov" in r.stdout and "1932" in r.stdout, r.stdout
