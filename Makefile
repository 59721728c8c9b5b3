# SPDX-License-Identifier: GPL-3.0-or-later
# make run: the console. make test: every test. Both install what Debian packages are missing.

SHELL := /bin/bash
PACKAGES := libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev \
            libsqlite3-dev libsodium-dev libstemmer-dev pkg-config
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
BUILD := .build/release/drillhall
# Relocations are packed where the C library can read that (glibc 2.36): a megabyte less memory.
RELR := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ split($$2, v, "."); \
  if (v[1] > 2 || v[2] >= 36) print "-Xlinker -z -Xlinker pack-relative-relocs" }')
# What a start and a drill call is linked side by side: three megabytes less memory. Names that are
# not there any more do no harm.
ORDER := Tests/Bench/start.order
SIDE := -Xswiftc -Xfrontend -Xswiftc -function-sections -Xlinker --no-warn-symbol-ordering \
  -Xlinker "--symbol-ordering-file=$(CURDIR)/$(ORDER)"
RELEASE := -c release --static-swift-stdlib -Xlinker -ltinfo -Xswiftc -use-ld=lld $(RELR) $(SIDE)
# The C libraries are linked into the program as well: each shared one costs time at every start.
# SwiftPM learns of libraries through pkg-config, so a folder of archives is put before the
# system's in copies of its files. An archive that is missing is linked as a shared library.
ARCHIVES := readline tinfo sqlite3 sodium yaml cmark-gfm cmark-gfm-extensions stemmer stdc++
STATIC := $(CURDIR)/.build/static
CLANG := $(shell command -v clang || command -v gcc || echo cc)

# Installs those of some Debian packages that are missing.
define install
missing=""; for p in $(1); do \
  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
done; \
if [ -n "$$missing" ]; then \
  echo "Installing$$missing"; \
  $(SUDO) apt-get update -qq && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; \
fi
endef

# The readers that are fed at random, and for how many seconds in all.
FUZZED := drill policy entry leaks rubric ledger layout gift translation
TIME := 60

.PHONY: help run build install uninstall man test lint format bench order fuzz packages archives clean

help:            ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: build       ## build and open the console; ARGS="check" runs a command
	@$(BUILD) $(ARGS)

build: packages archives
	@PKG_CONFIG_PATH=$(STATIC) swift build $(RELEASE) --product drillhall

PREFIX ?= /usr/local
SHARE := $(DESTDIR)$(PREFIX)/share

man: build       ## write the man page to .build/drillhall.1
	@$(BUILD) manual > .build/drillhall.1

install: man     ## install program, man page, completions and library; PREFIX=/usr/local
	@install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/drillhall \
	  $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d
	@install -m 755 -s $(BUILD) $(DESTDIR)$(PREFIX)/bin/drillhall
	@install -m 644 .build/drillhall.1 $(SHARE)/man/man1/drillhall.1
	@$(BUILD) --generate-completion-script bash > $(SHARE)/bash-completion/completions/drillhall
	@$(BUILD) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_drillhall
	@$(BUILD) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/drillhall.fish
	@rm -rf $(SHARE)/drillhall/Drills $(SHARE)/drillhall/Policies
	@cp -R Drills Policies $(SHARE)/drillhall/
	@find $(SHARE)/drillhall/Drills -name '*.answers.md' -delete
	@echo "Installed under $(DESTDIR)$(PREFIX)."

uninstall:       ## remove what install put there; records stay
	@rm -f $(DESTDIR)$(PREFIX)/bin/drillhall $(SHARE)/man/man1/drillhall.1 \
	  $(SHARE)/bash-completion/completions/drillhall $(SHARE)/zsh/site-functions/_drillhall \
	  $(SHARE)/fish/vendor_completions.d/drillhall.fish
	@rm -rf $(SHARE)/drillhall

test: packages   ## build and run every test
	@swift build --build-tests
	@swift test --skip-build

lint:            ## check the format of every Swift file
	@swift format lint --strict --recursive --configuration .swift-format Sources Tests Package.swift

format:          ## bring every Swift file into the format
	@swift format --in-place --recursive --configuration .swift-format Sources Tests Package.swift

bench: packages build  ## measure what is promised; PARTS="commit export" measures some of it
	@$(call install,sqlite3 cmark-gfm)
	@PKG_CONFIG_PATH=$(STATIC) swift build $(RELEASE) --product drillhall-bench
	@.build/release/drillhall-bench $(PARTS)

order: build     ## note the functions that a start and a drill call, for the linker to lay side by side
	@$(call install,valgrind)
	@rm -rf .build/order && mkdir -p .build/order
	@{ echo "start card-in-the-chat"; sed -n 's/^> //p' Tests/Golden/card-in-the-chat.expert.txt; \
	  echo scores; echo quit; } | env -u DRILLHALL_LANG -u DRILLHALL_DRILLS \
	  -u DRILLHALL_POLICIES -u DRILLHALL_TIMERS DRILLHALL_STORE=.build/order/store.db script -qec "valgrind -q \
	  --tool=callgrind --callgrind-out-file=.build/order/calls $(BUILD) --as order --agree \
	  --timers off" /dev/null >.build/order/seen
	@grep -q "100 % (80 % needed)" .build/order/seen || { echo "The drill was not passed."; exit 1; }
	@sed -nE "s/^c?fn=\([0-9]+\) //; T; s/'[0-9]+$$//; p" .build/order/calls | LC_ALL=C sort -u \
	  >.build/order/called
	@nm --defined-only $(BUILD) | awk '{ print $$3 }' | LC_ALL=C sort -u | \
	  LC_ALL=C comm -12 .build/order/called - | grep -vE "^.{300}" >$(ORDER)
	@# The package manager does not know of the list: without the program it is linked again.
	@rm -f $(BUILD)
	@wc -l <$(ORDER) | sed 's/$$/ functions. Build once more./'

fuzz: packages   ## feed the readers bytes made at random; TIME=600 seconds in all, otherwise 60
	@DRILLHALL_FUZZ=1 swift build -c release --scratch-path .build/fuzz --product drillhall-fuzz \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
	@for target in $(FUZZED); do \
	  mkdir -p .build/fuzz/corpus/$$target; \
	  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
	  .build/fuzz/release/drillhall-fuzz $$target -max_total_time=$$(( ($(TIME) + 8) / 9 )) \
	    -timeout=10 -max_len=16384 -artifact_prefix=.build/fuzz/$$target- -verbosity=0 \
	    -print_final_stats=1 .build/fuzz/corpus/$$target Tests/Fuzz/Corpus/$$target \
	    $$(case $$target in drill) echo Drills;; policy) echo Policies;; layout) echo Drills Policies;; esac) \
	    2>&1 | grep -E 'number_of_executed|ERROR|Fatal|SUMMARY|artifact|fuzz:' | sed "s/^/$$target: /"; \
	  test $${PIPESTATUS[0]} = 0 || exit 1; \
	done

packages:
	@$(call install,$(PACKAGES))

archives:
	@mkdir -p $(STATIC); for name in $(ARCHIVES); do \
	  file=$$($(CLANG) -print-file-name=lib$$name.a); \
	  if [ -f "$$file" ]; then ln -sf "$$(realpath "$$file")" $(STATIC)/; fi; \
	done; \
	for name in sqlite3 libcmark-gfm yaml-0.1 libsodium; do \
	  sed 's|^Libs:|Libs: -L$(STATIC)|' \
	    "$$(pkg-config --variable=pcfiledir $$name)/$$name.pc" > $(STATIC)/$$name.pc; \
	done

clean:           ## remove what was built
	@swift package clean
