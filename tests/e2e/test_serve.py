"""The reading room: pages that say what the commands say, to nobody but this machine."""
import concurrent.futures
import contextlib
import html.parser
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.parse

from kit import ROOT, equal, test

QUERIES = ["strikes", '"central committee"', "person:Smirnov", "year:1932 strikes", "Киров", '="Stalin"', "~Ryutin",
           "counter*", "person:Trotsky NEAR/20 person:Stalin", "nosuchwordatall", "+terror -Moscow", "a & b",
           "quote:authority by:Lenin", "<script>alert(1)</script> terror", '"><img src=x onerror=y>"', "kind:heading terror"]
VOID = {"meta", "link", "input", "br"}


class Room:
    """A server on a free port, and what is asked of it."""

    def __init__(self, h, *args, wrap=()):
        self.process = subprocess.Popen([*wrap, str(h.build / "kartoteka"), "serve", "--db", h.db, "--port", "0", *args],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", self.address), self.process.stderr.read()
        self.port = int(self.address.rsplit(":", 1)[1].strip("/"))

    def ask(self, path, method="GET", headers=None, host="127.0.0.1"):
        """(status, headers, body)"""
        c = http.client.HTTPConnection(host, self.port, timeout=60)
        try:
            c.request(method, path, headers=headers or {})
            r = c.getresponse()
            return r.status, r.headers, r.read()
        finally:
            c.close()

    def page(self, path, code=200):
        status, _, body = self.ask(path)
        equal(status, code, path)
        return body.decode("utf-8")

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err


@contextlib.contextmanager
def room(h, *args):
    r = Room(h, *args)
    try:
        yield r
    finally:
        if r.process.poll() is None:
            code, _, err = r.end()
            equal(code, 0, "exit of the server: " + err)


def address(path, **parameters):
    return path + "?" + urllib.parse.urlencode(parameters) if parameters else path


def corpus(h):
    h.index(ROOT / "corpus" / "texts")


class Checker(html.parser.HTMLParser):
    """Every element closed in its order, ids once, each field labelled, nothing from elsewhere, nothing that runs."""

    def __init__(self, where):
        super().__init__(convert_charrefs=True)
        self.where, self.open, self.ids, self.links, self.text = where, [], set(), [], []
        self.seen, self.fields, self.labels, self.lang = set(), set(), set(), None

    def wrong(self, what):
        raise AssertionError(f"{self.where}: {what} at {self.getpos()}")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs, closed=True)

    def handle_starttag(self, tag, attrs, closed=False):
        a = dict(attrs)
        if len(a) != len(attrs) or tag in ("script", "style", "iframe", "img", "object"):
            self.wrong(tag)
        if any(k.startswith("on") or k == "style" for k in a):
            self.wrong(f"{tag} {a}")
        self.seen.add(tag)
        self.lang = a.get("lang") if tag == "html" else self.lang
        if "id" in a:
            if a["id"] in self.ids:
                self.wrong(f"id {a['id']} twice")
            self.ids.add(a["id"])
        if tag in ("input", "select"):
            self.fields.add(a["id"])
        if tag == "label":
            self.labels.add(a["for"])
        for k in ("href", "action", "src"):
            if k in a:
                if not re.match(r"/(?!/)|#", a[k]):
                    self.wrong(f"a link elsewhere: {a[k]}")
                self.links.append(a[k])
        if tag == "p" and "p" in self.open or tag == "a" and "a" in self.open:
            self.wrong(f"{tag} within {tag}")
        if tag not in VOID and not closed:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong(f"</{tag}>")

    def handle_data(self, data):
        self.text.append(data)


def checked(where, page):
    c = Checker(where)
    assert page.startswith("<!DOCTYPE html>"), where
    c.feed(page)
    c.close()
    equal(c.open, [], where + ": left open")
    equal(c.lang, "en", where)
    assert {"title", "header", "nav", "main", "footer", "h1"} <= c.seen, f"{where}: {c.seen}"
    equal(c.fields - c.labels, set(), where + ": fields without a label")
    return c


def marked(page):
    """The words in <mark>, without the links in them."""
    return re.sub(r"<(?!/?mark)[^>]*>", "", page)


@test
def the_room_says_what_the_command_says(h):
    corpus(h)
    with room(h) as r:
        for q in QUERIES:
            for offset in ("0", "10"):
                wanted = h.run("kartoteka", "search", "--db", h.db, "--format", "json", "--offset", offset, "--", q)
                status, headers, body = r.ask(address("/search", q=q, offset=offset, format="json"))
                equal((status, body), (200, wanted.out.encode()), q)
                equal(headers["Content-Type"], "application/json; charset=utf-8", q)
            page = r.page(address("/search", q=q))
            checked(q, page)
            answer = wanted.json()
            total = f"{answer['total']['passages']:,} passage"
            assert total in page, f"{q}: no {total}"
            equal(page.count("<article>"), min(10, answer["total"]["passages"]), q)
            equal(r.ask(address("/search", q=q, format="tsv"))[2].decode(),
                  h.run("kartoteka", "search", "--db", h.db, "--format", "tsv", "--", q).out, q)


@test
def every_verb_has_its_page_and_its_json(h):
    corpus(h)
    quotation = "Stalin having become General Secretary has unlimited power concentrated in his hands"
    asked = [
        (address("/mentions", name="I. N. Smirnov"), ["mentions", "I. N. Smirnov"]),
        (address("/mentions", name="Smirnov", year="1927"), ["mentions", "Smirnov", "--year", "1927"]),
        (address("/mentions", name="Nobody Whatever"), ["mentions", "Nobody Whatever"]),
        (address("/dossier", name="trotsky-leon"), ["dossier", "trotsky-leon"]),
        (address("/dossier", name="NKVD"), ["dossier", "NKVD"]),
        (address("/quote", q=quotation), ["quote", quotation]),
        (address("/quote", family="lenins-testament:8"), ["quote", "--family", "lenins-testament:8"]),
        (address("/concordance", q="~Ryutin", sort="left"), ["concordance", "~Ryutin", "--sort", "left"]),
        (address("/concordance", q="Ленин", sort="year"), ["concordance", "Ленин", "--sort", "year"]),
        (address("/timeline", q="Kronstadt"), ["timeline", "Kronstadt"]),
        (address("/timeline", person="Trotsky"), ["timeline", "--person", "Trotsky"]),
        ("/timeline", ["timeline"]),
        (address("/names", pattern="smir", kind="person"), ["names", "smir", "--kind", "person"]),
        ("/names", ["names"]),
        ("/sources", ["sources"]),
        ("/passage/lenins-testament:8", ["show", "lenins-testament:8"]),
        (address("/passage/lenins-testament:8", context="3"), ["show", "lenins-testament:8", "--context", "3"]),
    ]
    with room(h) as r:
        for path, command in asked:
            page = r.page(path)
            c = checked(path, page)
            json_link = [x for x in c.links if "format=json" in x]
            equal(len(json_link), 1, path)
            wanted = h.run("kartoteka", command[0], "--db", h.db, "--format", "json", *command[1:])
            equal(r.page(json_link[0]), wanted.out, path)
            tsv = h.run("kartoteka", command[0], "--db", h.db, "--format", "tsv", *command[1:])
            equal(r.page(json_link[0].replace("format=json", "format=tsv")), tsv.out, path)


@test
def matches_are_marked_and_names_and_years_are_links(h):
    h.write("t/a.txt", "Leon Trotsky spoke in 1927 of the <b>Left Opposition</b> & of Lenin's \"Testament\".\n")
    h.index(h.folder / "t")
    with room(h) as r:
        page = r.page(address("/search", q='"trotsky spoke in 1927"'))
        assert ('<a class="name" href="/dossier?name=trotsky-leon" title="Trotsky, Leon">Leon <mark>Trotsky</mark></a>'
                '<mark> spoke in </mark><a class="year" href="/search?q=year:1927"><mark>1927</mark></a>') in page, page
        assert "&lt;b&gt;" in page and "<b>" not in page and " &amp; of " in page, page
        passage = r.page("/passage/a:1")
        assert "passage 1 of 1" in passage and "Testament" in passage, passage


@test
def every_link_leads_somewhere(h):
    corpus(h)
    with room(h) as r:
        todo = ["/", "/source/collectivisation.md", "/search?q=person:Smirnov", "/dossier?name=Smirnov",
                "/search", "/quote", "/mentions", "/dossier", "/concordance", "/mentions?name=Trotsky&limit=50"]
        seen, anchors = set(todo), []
        for n, path in enumerate(todo):
            status, headers, body = r.ask(path)
            equal(status, 200, path)
            if not headers["Content-Type"].startswith("text/html"):
                continue
            c = checked(path, body.decode())
            for link in c.links if n < 60 else []:
                place, _, anchor = link.partition("#")
                if place and place not in seen and len(todo) < 500:
                    seen.add(place)
                    todo.append(place)
                if anchor and place:
                    anchors.append((place, anchor))
        assert len(todo) > 300, len(todo)
        for place, anchor in anchors[:20]:
            assert f'id="{anchor}"' in r.page(place), (place, anchor)


@test
def a_source_is_read_page_by_page(h):
    h.write("t/folder one/a b.txt", "\n\n".join(f"Paragraph number {i} tells of nothing." for i in range(1, 101)))
    h.index(h.folder / "t")
    with room(h) as r:
        name = h.ask("sources", "--format", "jsonl").lines()[0]["source"]
        path, numbers = "/source/" + urllib.parse.quote(name), []
        while path:
            page = r.page(path)
            checked(path, page)
            numbers += [int(n) for n in re.findall(r'id="p(\d+)"', page)]
            more = re.search(r'<a rel=next href="([^"]*)"', page)
            path = more and more.group(1).replace("&amp;", "&")
        equal(numbers, list(range(1, 101)), "passages in order")
        first = h.ask("search", "kind:paragraph", "--sort", "source", "--limit", "1", "--format", "jsonl").lines()[0]
        path, steps = "/passage/" + urllib.parse.quote(first["passage"]), 0
        while path:
            page, steps = r.page(path), steps + 1
            more = re.search(r'<a rel="next" href="([^"]*)"', page)
            path = more and more.group(1)
        equal(steps, 100, "passage by passage")
        whole = re.search(r'href="([^"]*format=json)"', r.page("/source/" + urllib.parse.quote(name))).group(1)
        equal(len(json.loads(r.page(whole.replace("&amp;", "&")))["hits"]), 100, "the source as JSON")


@test
def a_wrong_question_is_told_with_its_place(h):
    corpus(h)
    with room(h) as r:
        page = r.page(address("/search", q='(strikes "of the'), 400)
        checked("wrong query", page)
        assert '<mark class="wrong">' in page, page
        told = json.loads(r.page(address("/search", q='(strikes "of the', format="json"), 400))
        assert "at" in told and told["error"], told
        for path in (address("/search", q="<script>alert(1)</script>:\""),
                     address("/quote", q="one"), address("/search", q="x", limit="0"), address("/search", q="x", limit="101"),
                     address("/search", q="x", offset="-1"), address("/search", q="x", sort="<b>"),
                     address("/search", q="x", year="no"), address("/search", q="x", language="!"), "/search?q=%zz",
                     "/search?q=a%00b", "/search?q=%ff", "/search?q=a&q=b", "/search?unknown=1", "/search?format=json",
                     "/search?q=x&format=xml", "/sources?q=x", address("/search", q="x" * 5000)):
            status, _, body = r.ask(path)
            equal(status, 400, path)
            if "format=json" not in path:
                checked(path, body.decode())
        for path in ("/nothing", "/search/", "//", "/passage/", "/passage/nobody:1", "/passage/lenins-testament:9999",
                     "/passage/../../etc/passwd", "/source/%2Fetc%2Fpasswd", "/source/..%2F..%2Fetc%2Fpasswd", "/etc/passwd",
                     "/style.css/..", "/source/nep.md?offset=4000", "/favicon.ico"):
            checked(path, r.page(path, 404))
        equal(r.ask("/search?q=" + "x" * 20000)[0], 414, "a long address")


@test
def only_this_machine_may_read(h):
    corpus(h)
    with room(h) as r:
        for host in ("localhost", "127.0.0.1", "[::1]", f"localhost:{r.port}", "LOCALHOST", "[::1]:80"):
            equal(r.ask("/", headers={"Host": host})[0], 200, host)
        for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:80x", "127.0.0.2", "",
                     "localhost@evil.example", "::1"):
            for path in ("/", "/search?q=x&format=json", "/style.css"):
                status, headers, body = r.ask(path, headers={"Host": host})
                assert status in (400, 421), f"{host}: {status}"
                assert b"Kirov" not in body, host
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
            status, headers, _ = r.ask("/search?q=x", method)
            equal((status, headers["Allow"]), (405, "GET, HEAD"), method)
        for path in ("/", "/style.css", "/nothing", "/search?q=strikes&format=json"):
            status, headers, body = r.ask(path, "HEAD")
            equal((body, int(headers["Content-Length"])), (b"", len(r.ask(path)[2])), path)
            policy = headers["Content-Security-Policy"]
            for part in ("default-src 'none'", "style-src 'self'", "form-action 'self'"):
                assert part in policy, policy
            equal((headers["X-Content-Type-Options"], headers["Referrer-Policy"]), ("nosniff", "no-referrer"), path)
        listening = subprocess.run(["cat", "/proc/net/tcp"], capture_output=True, text=True).stdout
        where = {line.split()[1] for line in listening.splitlines()[1:] if line.split()[3] == "0A"}
        equal([w for w in where if w.endswith(f":{r.port:04X}")], [f"0100007F:{r.port:04X}"], "listens on 127.0.0.1 alone")


@test
def raw_bytes_do_no_harm(h):
    h.write("t/a.txt", "A strike.\n")
    h.index(h.folder / "t")
    with room(h) as r:
        for raw in (b"GET / HTTP/1.0\r\n\r\n", b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    b"GET /search?q=%E0%A4 HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\x00\xff\r\n\r\n", b"GET\r\n\r\n",
                    b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                    b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", b"POST / HTTP/1.1\r\nHost: localhost\r\n"
                    b"Content-Length: 5\r\n\r\nhello", b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n123456789"):
            with socket.create_connection(("127.0.0.1", r.port), timeout=20) as s:
                s.sendall(raw)
                s.shutdown(socket.SHUT_WR)
                answer = b""
                while part := s.recv(65536):
                    answer += part
            status = answer.split(b" ", 2)[1:2]
            assert status in ([b"400"], [b"421"], [b"405"], [b"200"], []), (raw, answer[:200])
            assert status != [b"200"] or b"Content-Length: 9" in raw, (raw, answer[:200])
        equal(r.ask("/search?q=strike")[0], 200, "still there")


@test
def many_ask_at_once(h):
    corpus(h)
    paths = [address("/search", q=q, format="json") for q in QUERIES] + ["/", "/names", "/dossier?name=Trotsky", "/timeline"]
    with room(h) as r:
        wanted = {p: r.ask(p)[2] for p in paths}
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            for path, got in pool.map(lambda p: (p, r.ask(p)[2]), paths * 12):
                assert got == wanted[path], path


@test
def an_index_that_changes_is_picked_up(h):
    h.write("t/a.txt", "\n\n".join(f"The strike of 1921, number {i}." for i in range(40)))
    h.index(h.folder / "t")
    path = address("/search", q="strike", format="json")

    def ask(r):
        a = json.loads(r.page(path))
        assert a["total"]["passages"] == a["total"]["occurrences"] and a["hits"], a["total"]
        return a["total"]["passages"]

    with room(h) as r, concurrent.futures.ThreadPoolExecutor(4) as pool:
        equal(ask(r), 40, "before")
        assert " 40 passages" in r.page("/"), "on the first page"
        time.sleep(3.1)  # the times of the folders tell from now on that nothing changed
        equal(ask(r), 40, "settled")
        allowed, done = {40}, []

        def go_on():
            seen = set()
            while not done:
                seen.add(ask(r))
                r.page("/")
            return seen

        asking = [pool.submit(go_on) for _ in range(4)]
        try:
            for n, args in ((41, ()), (42, ()), (43, ("--rebuild",)), (44, ()), (45, ("--rebuild",)), (46, ())):
                h.write(f"t/{n}.txt", "One more strike.")
                h.index(*args, h.folder / "t")
                allowed.add(n)
                equal(ask(r), n, "after " + " ".join(args))
                assert f" {n} passages" in r.page("/"), "on the first page"
        finally:
            done.append(1)
        for a in asking:
            assert a.result() <= allowed, a.result()
        os.rename(h.db, h.db + ".away")
        checked("without an index", r.page("/search?q=strike", 503))
        os.rename(h.db + ".away", h.db)
        equal(ask(r), 46, "it is there again")


@test
def the_server_ends_cleanly_and_says_why_it_cannot_begin(h):
    equal(h.run("kartoteka", "serve", "--db", h.db, "--port", "0").code, 3, "no index")
    h.write("t/a.txt", "A strike.\n")
    h.index(h.folder / "t")
    for how in (signal.SIGINT, signal.SIGTERM):
        r = Room(h)
        equal(r.ask("/")[0], 200)
        code, out, err = r.end(how)
        equal((code, out), (0, ""), err)
        assert r.address in err, err
    with room(h) as r:
        taken = h.run("kartoteka", "serve", "--db", h.db, "--port", r.port)
        equal(taken.code, 3, "port in use")
        assert str(r.port) in taken.err and taken.out == "", taken.err
    for wrong in (["--port", "x"], ["--port", "65536"], ["--port", "-1"], ["--limit", "3"], ["x"]):
        equal(h.run("kartoteka", "serve", "--db", h.db, *wrong).code, 2, wrong)
