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
	    -DKT_VERSION='"$(VERSION)"' -DKT_DATADIR='"$(PREFIX)/share/kartoteka"' $(SANITIZE)
LDFLAGS  += -Wl,--gc-sections -Wl,--as-needed $(SANITIZE)
LDLIBS   := -lxapian -lstemmer -lutf8proc -luchardet -ljansson -lxxhash -lm

# Debian packages: to build; to test.
BUILD_PACKAGES := build-essential pkg-config libxapian-dev libstemmer-dev libutf8proc-dev libuchardet-dev \
		  libjansson-dev libxxhash-dev
TEST_PACKAGES  := check python3-minimal

LIB_C   := $(wildcard indexer/*/*.c query/*/*.c)
LIB_CC  := $(wildcard indexer/store/*.cc)
LIB_O   := $(LIB_C:%.c=$(BUILD)/%.o) $(LIB_CC:%.cc=$(BUILD)/%.o)
LIB     := $(BUILD)/libkartoteka.a
BIN     := $(BUILD)/kartoteka-index $(BUILD)/kartoteka
UNIT    := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/check_*.c))

.PHONY: all
all: $(BIN) ## build the two programs

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) $(CFLAGS) $(KT_FLAGS) -MMD -MP -c $< -o $@

$(BUILD)/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) -std=c++17 $(WARN) $(CXXFLAGS) $(KT_FLAGS) -MMD -MP -c $< -o $@

$(LIB): $(LIB_O)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/indexer/builtin.o: corpus/authority/people.tsv corpus/authority/organisations.tsv

$(BUILD)/kartoteka-index: $(BUILD)/indexer/main.o $(BUILD)/indexer/builtin.o $(LIB)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/kartoteka: $(BUILD)/query/main.o $(LIB)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(LIB)
	@mkdir -p $(@D)
	$(CXX) $(LDFLAGS) $^ -o $@ $(LDLIBS) $$(pkg-config --libs check)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BUILD)
