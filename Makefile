# SPDX-License-Identifier: GPL-3.0-or-later
# make run: the console. make test: every test. Both install what Debian packages are missing.

PACKAGES := libreadline-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev \
            libsqlite3-dev libsodium-dev libstemmer-dev pkg-config
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
BUILD := .build/release/drillhall
RELEASE := -c release --static-swift-stdlib --product drillhall

.PHONY: help run build test lint format bench fuzz install packages clean

help:            ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: build       ## build and open the console; ARGS="check" runs a command
	@$(BUILD) $(ARGS)

build: packages
	@swift build $(RELEASE)

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
