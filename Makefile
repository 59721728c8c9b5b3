# SPDX-License-Identifier: GPL-3.0-or-later
# make run: the console. make test: every test. Both install what Debian packages are missing.

PACKAGES := libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev \
            libsqlite3-dev libsodium-dev libstemmer-dev pkg-config
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
BUILD := .build/release/drillhall
RELEASE := -c release --static-swift-stdlib --product drillhall

.PHONY: help run build install uninstall man test lint format bench fuzz packages clean

help:            ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: build       ## build and open the console; ARGS="check" runs a command
	@$(BUILD) $(ARGS)

build: packages
	@swift build $(RELEASE)

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

packages:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; \
	fi

clean:           ## remove what was built
	@swift package clean
