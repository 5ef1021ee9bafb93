"""Bad input: a clear message, the right exit code, and nothing lost."""
import fcntl
import os
import re
import subprocess
import time

from kit import equal, test


def small(h):
    h.index(h.write("t/a.txt", "Grain and steel in 1932.\n"))


@test
def an_unreadable_file_does_not_stop_the_others(h):
    h.write("t/a.txt", "Grain.\n")
    h.write("t/bad.txt", b"\x00\x01\x02\x03" * 100)
    h.write("t/b.txt", "Steel.\n")
    os.symlink("nowhere", h.folder / "t" / "gone.txt")
    r = h.index(h.folder / "t", code=1)
    assert "bad.txt" in r.err and "gone.txt" in r.err, r.err
    equal((h.passages("grain"), h.passages("steel")), (["a:1"], ["b:1"]), "the others")
    r = h.index(h.folder / "nowhere", code=1)
    assert "nowhere" in r.err, r.err


@test
def a_loop_of_folders_ends(h):
    h.write("t/a.txt", "Grain.\n")
    os.symlink("..", h.folder / "t" / "up")
    h.index(h.folder / "t")
    equal(h.passages("grain"), ["a:1"], "once")


@test
def an_empty_file_is_no_trouble(h):
    h.write("t/empty.txt", "")
    h.write("t/blank.txt", "\n \n\t\n")
    h.index(h.folder / "t")
    h.ask("check")


@test
def a_single_line_of_megabytes_is_cut_into_passages(h):
    h.write("a.txt", ("Grain was taken from the villages in 1932. " * 50 + "Steel. ") * 2000)
    h.index(h.folder / "a.txt")
    a = h.search("steel", "--limit", "1")
    equal(a["total"]["occurrences"], 2000, "occurrences")
    h.ask("check")


@test
def wrong_queries_are_shown_with_a_caret(h):
    small(h)
    for q in ("(" * 10000 + "a" + ")" * 10000, "x" * 100000, "AND", "grain AND", "(grain", '"grain', "year:1938..1936",
              "kind:poem", "-grain", "!!!", '""', "grain NEAR/x steel"):
        r = h.ask("search", "--", q, code=2)
        assert "^" in r.err and len(r.err) < 2000, f"{q[:30]}: {r.err[:300]}"
        equal(r.out, "", "standard output")
    for q in ("the", "a OR " * 200 + "b", "grain", "'"):
        assert h.run("kartoteka", "search", "--db", h.db, "--", q).code in (0, 1, 2), q[:30]


@test
def wrong_command_lines_exit_with_2(h):
    small(h)
    for args in (["serach", "grain"], ["search"], ["search", "grain", "--limit", "x"], ["search", "grain", "--nothing"],
                 ["search", "grain", "--format", "xml"], ["search", "grain", "--sort", "size"], []):
        r = h.run("kartoteka", *args)
        equal(r.code, 2, str(args))
        assert r.err, args
    equal(h.run("kartoteka-index").code, 2, "nothing to index")
    equal(h.run("kartoteka-index", "--jobs", "0", "x").code, 2, "--jobs 0")


@test
def help_and_version_exit_with_0(h):
    for program in ("kartoteka", "kartoteka-index"):
        r = h.run(program, "--help")
        assert r.code == 0 and r.out, program
        r = h.run(program, "--version")
        assert r.code == 0 and re.fullmatch(program + r" [\d.]+ \(Xapian \d[^)]+\)\n", r.out), r.out


@test
def nothing_found_is_exit_1(h):
    small(h)
    r = h.ask("search", "zzyzx", code=1)
    assert "does not occur" in r.err, r.err
    equal(h.search("zzyzx", code=1)["total"]["passages"], 0, "json")


@test
def trouble_with_the_index_is_exit_3(h):
    equal(h.run("kartoteka", "search", "--db", h.folder / "none", "grain").code, 3, "missing")
    h.write("other/file.txt", "x")
    equal(h.run("kartoteka", "search", "--db", h.folder / "other", "grain").code, 3, "no index")
    r = h.run("kartoteka-index", "--db", h.folder / "other", h.write("a.txt", "Grain.\n"))
    equal(r.code, 3, "no index to write to")
    assert os.path.exists(h.folder / "other" / "file.txt")
    small(h)
    name = open(os.path.join(h.db, "current")).read().strip()
    table = os.path.join(h.db, name, "postlist.glass")
    with open(table, "r+b") as f:
        f.write(b"\xff" * os.path.getsize(table))
    equal(h.run("kartoteka", "search", "--db", h.db, "grain").code, 3, "corrupt")
    equal(h.run("kartoteka", "check", "--db", h.db).code, 3, "check")


@test
def a_second_writer_is_told_who_holds_the_index(h):
    small(h)
    with open(os.path.join(h.db, "writer.lock"), "r+") as f:
        fcntl.flock(f, fcntl.LOCK_EX)
        r = h.index(h.folder / "t", code=3)
    assert "being written (process" in r.err, r.err
    h.index(h.folder / "t")


@test
def a_full_disk_is_said_and_nothing_is_lost(h):
    """On a small tmpfs where one may be mounted; else with a bound on the size of files, which fails alike."""
    for i in range(400):
        h.write(f"t/{i:03}.txt", "\n\n".join(f"Grain {i} and steel {k} {i * k} {i + k}." for k in range(100)))
    disk = h.folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], capture_output=True).returncode == 0
    try:
        h.db = str(disk / "db")
        if mounted:
            h.index(h.write("first.txt", "Requisition.\n"))
            r = h.index(h.folder / "t", code=3)
            assert "full" in r.err or "space" in r.err, r.err
        else:
            h.index(h.write("first.txt", "Requisition.\n"))
            r = subprocess.run(["bash", "-c", 'ulimit -f 600; trap "" XFSZ; exec "$@"', "-",
                                str(h.build / "kartoteka-index"), "--db", h.db, str(h.folder / "t")],
                               capture_output=True)
            equal(r.returncode, 3, f"exit {r.stderr}")
        equal(h.passages("requisition"), ["first:1"], "what was there")
    finally:
        if mounted:
            subprocess.run(["umount", disk], check=True)


@test
def a_read_only_folder_is_said(h):
    small(h)
    h.write("t/b.txt", "Coal.\n")
    user = [] if os.getuid() else ["setpriv", "--reuid=65534", "--clear-groups"]
    subprocess.run(["chmod", "-R", "a+rX,a-w", h.db], check=True)
    os.chmod(h.folder, 0o755)
    try:
        r = subprocess.run([*user, str(h.build / "kartoteka-index"), "--db", h.db, str(h.folder / "t")],
                           capture_output=True)
        equal(r.returncode, 3, f"exit: {r.stderr}")
        r = subprocess.run([*user, str(h.build / "kartoteka"), "search", "--db", h.db, "grain"], capture_output=True)
        equal(r.returncode, 0, "readers need not write")
    finally:
        subprocess.run(["chmod", "-R", "u+w", h.db], check=True)


@test
def closing_the_pipe_early_is_no_error(h):
    h.write("a.txt", "\n\n".join(f"Grain {i}." for i in range(20000)))
    h.index(h.folder / "a.txt")
    p = subprocess.Popen([str(h.build / "kartoteka"), "search", "--db", h.db, "--limit", "0", "grain"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    p.stdout.read(10)
    p.stdout.close()
    err = p.stderr.read()
    p.wait(timeout=60)
    equal(err.replace(b"\n", b""), b"", "standard error")
    full = subprocess.run([str(h.build / "kartoteka"), "search", "--db", h.db, "--limit", "0", "grain"],
                          stdout=open("/dev/full", "w"), stderr=subprocess.PIPE)
    equal(full.returncode, 3, f"a full disk behind standard output: {full.stderr}")
    assert time
