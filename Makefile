# Kartoteka: full-text search over texts on Soviet history.  `make help` lists the targets.

PREFIX  ?= /usr/local
DESTDIR ?=
BUILD   ?= build
VERSION := 0.1

CC       ?= cc
CXX      ?= c++
OPT      ?= -O2 -g
WARN     := -Wall -Wextra -Wconversion -Wshadow
SANITIZE ?=
CFLAGS   ?= $(OPT)
CXXFLAGS ?= $(OPT)
KT_FLAGS := -Iinclude -fvisibility=hidden -ffunction-sections -fdata-sections -D_GNU_SOURCE \
	    -DKT_VERSION='"$(VERSION)"' $(SANITIZE)
LDFLAGS  += -Wl,--gc-sections -Wl,--as-needed $(SANITIZE)
# Xapian allocates a great deal: another malloc makes indexing a tenth faster (not with sanitizers, which have their own).
MALLOC   := $(if $(SANITIZE),,-ljemalloc)
# The small libraries are linked in where their archives are installed: to load them costs each start of a program.
archive   = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
LDLIBS   := -lxapian $(foreach l,stemmer utf8proc uchardet jansson xxhash,$(call archive,$(l))) -lxml2 -larchive -lm

# Debian packages: to build; to test; to check more deeply.
BUILD_PACKAGES := build-essential pkg-config libxapian-dev libstemmer-dev libutf8proc-dev \
		  libuchardet-dev libjansson-dev libxxhash-dev libjemalloc-dev libxml2-dev libarchive-dev \
		  libpoppler-glib-dev libmicrohttpd-dev
TEST_PACKAGES  := check python3 binutils valgrind
MORE_PACKAGES  := clang clang-format clang-tidy cppcheck lcov libclang-rt-14-dev xapian-omega recollcmd sqlite3

LIB_C   := $(wildcard indexer/*/*.c query/*/*.c)
LIB_CC  := $(wildcard indexer/store/*.cc)
LIB_O   := $(LIB_C:%.c=$(BUILD)/%.o) $(LIB_CC:%.cc=$(BUILD)/%.o)
LIB     := $(BUILD)/libkartoteka.a
BIN     := $(BUILD)/kartoteka-index $(BUILD)/kartoteka
UNIT    := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/check_*.c))

.SECONDARY: # objects of tests are kept

.PHONY: all
all: $(BIN) ## build the two programs

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) $(CFLAGS) $(KT_FLAGS) -MMD -MP -c $< -o $@

$(BUILD)/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) -std=c++17 $(WARN) $(CXXFLAGS) $(KT_FLAGS) -MMD -MP -c $< -o $@

# One file includes libxml2, two include Poppler, which is loaded when the first PDF comes.
$(BUILD)/indexer/readers/xml.o: private KT_FLAGS += $$(pkg-config --cflags libxml-2.0)
$(BUILD)/indexer/readers/pdf.o $(BUILD)/indexer/readers/pdf_library.o: private KT_FLAGS += \
	$$(pkg-config --cflags poppler-glib | sed 's/-I/-isystem /g')

# The vocabulary of the name tagger is worked out here, and taken along as bytes.
VOCABULARY := $(BUILD)/vocabulary.bin
VOCABULARY_O := $(filter $(BUILD)/indexer/base/% $(BUILD)/indexer/text/%,$(LIB_O)) \
	$(patsubst %,$(BUILD)/indexer/tags/%.o,vocabulary_make lexicon forenames forenames_west \
	decline translit script keymap pack)

$(BUILD)/make_vocabulary: $(BUILD)/indexer/make_vocabulary.o $(VOCABULARY_O)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(VOCABULARY): $(BUILD)/make_vocabulary
	$< $@

$(BUILD)/indexer/tags/vocabulary.o: $(VOCABULARY)
$(BUILD)/indexer/tags/vocabulary.o: private KT_FLAGS += -DKT_VOCABULARY='"$(VOCABULARY)"'

$(BUILD)/query/serve/style.o: query/serve/style.css

$(LIB): $(LIB_O)
	@rm -f $@
	$(AR) rcs $@ $^

# So are the tables of names that come with the program.
NAMES  := $(BUILD)/names.bin
TABLES := corpus/authority/people.tsv corpus/authority/organisations.tsv

$(BUILD)/make_names: $(BUILD)/indexer/make_names.o $(LIB)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(NAMES): $(BUILD)/make_names $(TABLES)
	$< $@ $(TABLES)

$(BUILD)/indexer/builtin.o: $(TABLES) $(NAMES)
$(BUILD)/indexer/builtin.o: private KT_FLAGS += -DKT_NAMES='"$(NAMES)"'

$(BUILD)/kartoteka-index: $(BUILD)/indexer/main.o $(BUILD)/indexer/builtin.o $(LIB)
	$(CXX) $(LDFLAGS) $^ -o $@ -Wl,--no-as-needed $(MALLOC) -Wl,--as-needed $(LDLIBS)

$(BUILD)/kartoteka: $(patsubst %.c,$(BUILD)/%.o,$(wildcard query/*.c)) $(LIB)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(LIB)
	@mkdir -p $(@D)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS) $$(pkg-config --libs check)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# ---- packages --------------------------------------------------------------------------------

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Installs what is missing of the packages $(1), and nothing when all are there.
define install
	@missing=$$(for p in $(1); do \
		[ "$$(dpkg-query -W -f '$${db:Status-Status}' $$p 2>/dev/null)" = installed ] || echo $$p; \
	done); \
	[ -z "$$missing" ] || { echo "installing:" $$missing; \
	$(SUDO) apt-get update -q && \
	DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -q -y --no-install-recommends $$missing; }
endef

.PHONY: deps build-deps test-deps more-deps
build-deps:
	$(call install,$(BUILD_PACKAGES))
test-deps: build-deps
	$(call install,$(TEST_PACKAGES))
more-deps: test-deps
	$(call install,$(MORE_PACKAGES))
deps: test-deps ## install the Debian packages that building and testing need

# ---- to try it -------------------------------------------------------------------------------

DEMO_DB := $(BUILD)/demo.db
DEMO    := $(BUILD)/kartoteka

.PHONY: demo
demo: build-deps ## build, index corpus/, answer the three headline questions
	@echo "building ..."
	@$(MAKE) --no-print-directory -s -j2 all
	@$(BUILD)/kartoteka-index --db $(DEMO_DB) corpus/texts
	@sh tests/demo.sh $(DEMO) $(DEMO_DB)

# ---- tests -----------------------------------------------------------------------------------

FUZZ     := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
REPLAY   := $(FUZZ:%=$(BUILD)/tests/replay_%)
MUTATE   ?= 200
SUITES   := $(UNIT) $(foreach f,$(FUZZ),"$(BUILD)/tests/replay_$(f) --mutate $(MUTATE) tests/fuzz/corpus/$(f)") \
	    "python3 tests/e2e/run.py $(BUILD)" "python3 tests/e2e/questions.py $(BUILD)"

$(BUILD)/tests/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(LIB)
	@mkdir -p $(@D)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS)

.PHONY: check check-built check-layers check-sanitize check-valgrind
check: test-deps ## run every test
	@$(MAKE) --no-print-directory -j2 all $(UNIT) $(REPLAY)
	@tests/run $(SUITES) "python3 tests/layers.py $(BUILD)"

check-layers: all ## prove that rooms meet only through their headers
	@python3 tests/layers.py $(BUILD)

SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

check-sanitize: test-deps ## run every test under AddressSanitizer and UBSan
	@$(MAKE) --no-print-directory -j2 BUILD=$(BUILD)/sanitize SANITIZE="$(SANITIZERS)" OPT="-O1 -g" \
		sanitized

# Xapian's own check of a database frees by another size than it allocated: not ours to mend.
.PHONY: sanitized
sanitized: all $(UNIT) $(REPLAY)
	@ASAN_OPTIONS=new_delete_type_mismatch=0 CK_FORK=no CK_TIMEOUT_MULTIPLIER=10 tests/run $(SUITES)

check-valgrind: all ## an index and a few questions under valgrind
	@python3 tests/e2e/run.py $(BUILD) --valgrind

.PHONY: fuzz
fuzz: more-deps ## fuzz every parser of what comes from outside, a minute each (FUZZ_SECONDS=)
	@mkdir -p $(BUILD)/fuzz
	@set -e; for f in $(FUZZ); do \
		$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang CXX=clang++ OPT="-O1 -g" \
			SANITIZE="-fsanitize=fuzzer-no-link,address,undefined" $(BUILD)/fuzz/fuzz_$$f; \
		mkdir -p $(BUILD)/fuzz/corpus/$$f; \
		$(BUILD)/fuzz/fuzz_$$f -max_total_time=$(or $(FUZZ_SECONDS),60) \
			-artifact_prefix=$(BUILD)/fuzz/ $(BUILD)/fuzz/corpus/$$f tests/fuzz/corpus/$$f; \
	done

$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(LIB)
	$(CXX) $(LDFLAGS) -fsanitize=fuzzer $^ -o $@ $(LDLIBS)

BENCH := $(addprefix $(BUILD)/bench/,yardstick ask_xapian ask)

.PHONY: bench
bench: all $(BENCH) ## measure speed against peers, in one run (BENCH_TEXT=folder)
	@python3 -B tests/bench/bench.py $(BUILD) $(BENCH_TEXT)

$(BUILD)/bench/%: $(BUILD)/tests/bench/%.o $(LIB)
	@mkdir -p $(@D)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS)

.PHONY: coverage analyze format
coverage: more-deps ## run the tests and say which lines they reach
	@$(MAKE) --no-print-directory -j2 BUILD=$(BUILD)/coverage OPT="-O0 -g" SANITIZE=--coverage sanitized
	@lcov -q -c -d $(BUILD)/coverage -o $(BUILD)/coverage.info
	@lcov -q -r $(BUILD)/coverage.info '/usr/*' '*/tests/*' -o $(BUILD)/coverage.info
	@lcov --list $(BUILD)/coverage.info

analyze: more-deps ## clang-tidy and cppcheck
	cppcheck -q --enable=warning,performance,portability --inline-suppr \
		--suppress=missingInclude -Iinclude indexer query
	clang-tidy --quiet $(LIB_C) -- -std=c11 -Iinclude -D_GNU_SOURCE \
		$$(pkg-config --cflags libxml-2.0 poppler-glib)

format: ## lay the code out by .clang-format
	clang-format -i $$(git ls-files '*.c' '*.h' '*.cc')

# ---- to keep it ------------------------------------------------------------------------------

.PHONY: install uninstall
install: all ## put the programs and texts below $(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/kartoteka
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin
	cp -R corpus/. $(DESTDIR)$(PREFIX)/share/kartoteka

uninstall: ## take them away
	rm -f $(DESTDIR)$(PREFIX)/bin/kartoteka $(DESTDIR)$(PREFIX)/bin/kartoteka-index
	rm -rf $(DESTDIR)$(PREFIX)/share/kartoteka

.PHONY: clean help
clean: ## remove what was built
	rm -rf $(BUILD)

help: ## say what the targets do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile
