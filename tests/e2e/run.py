#!/usr/bin/env python3
"""End-to-end tests: the real programs on real text.

  tests/e2e/run.py BUILD [--valgrind] [TEST...]
  tests/e2e/run.py BUILD --update-readme     write what the programs print into README.md
"""
import pathlib
import sys
import tempfile

import kit
import test_corpus  # noqa: F401
import test_index  # noqa: F401  (each module adds its tests)
import test_jobs  # noqa: F401
import test_names  # noqa: F401
import test_readme
import test_search  # noqa: F401
import test_serve  # noqa: F401
import test_trouble  # noqa: F401
import test_years  # noqa: F401

args = sys.argv[1:]
if "--valgrind" in args:
    args.remove("--valgrind")
    kit.House.wrap = ["valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite"]
    args += [] if args[1:] else ["an_index_answers_a_question"]
kit.House.build = pathlib.Path(args[0]).resolve()
if "--update-readme" in args:
    with tempfile.TemporaryDirectory() as folder:
        test_readme.update(kit.House(folder))
    sys.exit(0)
sys.exit(kit.run_all(set(args[1:])))
