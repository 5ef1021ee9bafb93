#!/usr/bin/env python3
"""Proves the laws of the house: who may include what, one door to Xapian, no symbol outside its header.

  tests/layers.py BUILD     BUILD holds the compiled objects
"""
import pathlib
import re
import subprocess
import sys

# A room, and the rooms whose headers it may include beside its own.
ROOMS = {
    "base": "",
    "text": "base",
    "tags": "base text",
    "store": "base text",
    "readers": "base text",
    "ingest": "base text tags store readers",
    "parse": "base",
    "search": "base text tags store parse",
    "show": "base text tags store parse search",
    "serve": "base text tags store parse search show",
}
# Headers that are not named as their room.
ROOM_OF = {"passage": "text", "json": "text", "xap": "store"}
# Headers of libraries that stand behind one door.
DOORS = {"xapian.h": r"indexer/store/[^/]+\.cc$", "libstemmer.h": r"indexer/text/stem\.c$",
         "microhttpd.h": r"query/serve/http\.c$", "parser.h": r"indexer/readers/xml\.c$",
         "HTMLparser.h": r"indexer/readers/xml\.c$", "archive.h": r"indexer/readers/container\.c$",
         "poppler.h": r"indexer/readers/pdf_library\.h$"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def room_of_file(path):
    """indexer/text/token.c: text; the main files belong to no room and see all."""
    return path.parts[1] if len(path.parts) == 3 and path.parts[0] != "include" else None


def room_of_header(name):
    stem = pathlib.PurePath(name).stem
    return ROOM_OF.get(stem, stem)


def check_includes(path, wrong):
    room = room_of_file(path)
    checks = 0
    for kind, name in INCLUDE.findall(path.read_text()):
        checks += 1
        base = pathlib.PurePath(name).name
        if base in DOORS and not re.match(DOORS[base], str(path)):
            wrong.append(f"{path}: includes <{name}>, which is behind one door")
        if kind == "<" or room is None:
            continue
        if name.startswith("kartoteka/"):
            other = room_of_header(name)
            if other != room and other not in ROOMS[room].split():
                wrong.append(f"{path}: the room {room} may not include {name}")
        elif "/" in name or not (path.parent / name).exists():
            wrong.append(f'{path}: includes "{name}", which is not of its room')
    return checks


def symbols(path):
    """(name, defined, hidden) of the global symbols of an object."""
    text = subprocess.run(["readelf", "-sW", path], capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        f = line.split()
        if len(f) >= 8 and f[4] in ("GLOBAL", "WEAK") and not f[7].startswith("_Z"):
            yield f[7].split("@")[0], f[6] != "UND", f[5] == "HIDDEN"


def check_symbols(build, wrong):
    public = " ".join(p.read_text() for p in pathlib.Path("include/kartoteka").glob("*.h"))
    public = set(re.findall(r"\w+", public))
    home, used, checks = {}, [], 0
    for o in sorted(build.glob("*/*/*.o")):
        path = o.relative_to(build)
        if path.parts[0] not in ("indexer", "query"):
            continue
        for name, defined, hidden in symbols(o):
            if name.startswith(("__asan", "__ubsan", "__odr_asan", "__sanitizer", "DW.ref")):
                continue
            checks += 1
            if not defined:
                used.append((name, path))
                continue
            if hidden:
                home[name] = path
            elif name not in public:
                wrong.append(f"{path}: exports {name}, which is in no public header")
    for name, path in used:
        if name in home and room_of_file(home[name]) != room_of_file(path):
            wrong.append(f"{path}: uses {name}, which is private to {home[name].parent}")
    return checks


def check_headers(wrong):
    """Each public header stands alone, in C and in C++."""
    headers = sorted(pathlib.Path("include/kartoteka").glob("*.h"))
    for h in headers:
        for compiler in ("cc -std=c11 -x c", "c++ -std=c++17 -x c++"):
            r = subprocess.run([*compiler.split(), "-Wall", "-Wextra", "-Iinclude", "-fsyntax-only", h],
                               capture_output=True, text=True)
            if r.returncode or r.stderr:
                wrong.append(f"{h}: does not stand alone ({compiler.split()[0]}): {r.stderr[:200]}")
    return 2 * len(headers)


def main():
    build, wrong, checks = pathlib.Path(sys.argv[1]), [], 0
    files = [p for d in ("indexer", "query", "include") for p in sorted(pathlib.Path(d).rglob("*"))
             if p.suffix in (".c", ".h", ".cc")]
    for path in files:
        checks += check_includes(path, wrong)
    compiled = check_symbols(build, wrong)
    if not compiled:
        wrong.append(f"{build}: no objects; build first")
    checks += compiled + check_headers(wrong)
    for w in wrong:
        print(w)
    print(f"{checks - len(wrong)} passed, {len(wrong)} failed")
    sys.exit(1 if wrong else 0)


main()
