# Both Ends. "make" alone lists what can be made.

GO     ?= go
TAGS   := validator_novalidatefn
BASE   ?= /
URL    ?=
ADDR   ?= 127.0.0.1:8080
RUNS   ?= 3
TIME   ?= 60s
ROOMS  ?= app cmd questions
COUNT  ?= 1000
FROM   ?= 0
BOTH   := $(GO) run -tags $(TAGS) ./cmd/bothends
UNIT   = $(shell $(GO) list -tags $(TAGS) ./... | grep -v '/app/e2e$$')

.PHONY: help run build release serve test test-all unit js e2e lists engines browsers monkeys fuzz check ads bench size vuln lighthouse lint

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build quickly and look at it on http://127.0.0.1:8080/
	$(BOTH) build -quick -base $(BASE)
	$(BOTH) serve -addr $(ADDR)

build: ## write the site to dist/ (BASE=/tools/check/ URL=https://example.org)
	$(BOTH) build -base $(BASE) -url "$(URL)"

release: ## write the site, and the command for every system, as archives with checksums to release/
	$(BOTH) release -base $(BASE) -url "$(URL)"

serve: ## serve dist/
	$(BOTH) serve -addr $(ADDR)

test: SHORT = -short
test: lint unit e2e ## run what has to pass on every desk: lint, units, the core set of journeys
	@echo "the long tail was left out: make test-all"

# By count: with a time, Go's fuzzing fails now and then when it is over (go.dev/issue/75804).
test-all: export BOTHENDS_ENGINES = firefox,webkit
test-all: lint unit engines e2e lists ## run every test once, in other engines too, and try odd input on every decoder
	@$(MAKE) --no-print-directory fuzz TIME=2000x ROOMS=questions

lint: js ## look for what is likely wrong in Go, in scripts and in shell
	@unformatted=$$(gofmt -l app cmd questions web); if [ -n "$$unformatted" ]; then \
	  echo "not formatted, run gofmt -w on:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet -tags $(TAGS) ./...
	GOOS=js GOARCH=wasm $(GO) vet -tags $(TAGS) ./cmd/wasm ./app/browser ./app/picture ./app/say ./app/ui ./app/yield
	@GO="$(GO)" sh .ci/staticcheck -tags $(TAGS)
	@if sh .ci/shellcheck; then :; \
	elif [ -n "$$CI" ]; then exit 1; \
	else echo "the scripts of .ci were NOT checked"; fi

unit:
	$(GO) test -tags $(TAGS) $(SHORT) -timeout 60m $(UNIT)

js: ## check types, habits and units of the scripts in web/
	@if sh .ci/npm js; then sh .ci/js; \
	elif [ -n "$$CI" ]; then exit 1; \
	else echo "the scripts of web/ were NOT checked"; fi

lists: ## ask the lists of blockers, and what old browsers have, whether the site suits both
	@dir=$$(mktemp -d) && $(BOTH) build -quick -out $$dir/site && sh .ci/lists $$dir/site && sh .ci/floor $$dir/site; status=$$?; rm -rf $$dir; exit $$status

e2e: ## run the journeys through a real browser
	@if sh .ci/browser && sh .ci/npm node$(if $(SHORT),, && sh .ci/npm lists && sh .ci/servers && sh .ci/wordpress); then $(GO) test -tags $(TAGS) $(SHORT) -timeout 4h ./app/e2e/...; \
	elif [ -n "$$CI" ]; then exit 1; \
	else echo "the journeys were NOT run"; fi


engines:
	@sh .ci/browsers

browsers: engines ## run the core journeys in Firefox and WebKitGTK alone
	BOTHENDS_ENGINES=firefox,webkit $(GO) test -tags $(TAGS) -count 1 -timeout 20m -run '^TestEngines' ./app/e2e

lighthouse: ## have Lighthouse look at every page, as on a phone
	@sh .ci/browser && sh .ci/npm lighthouse
	BOTHENDS_LIGHTHOUSE=1 $(GO) test -tags $(TAGS) -count 1 -v -timeout 20m -run '^TestLighthouse$$' ./app/e2e

monkeys: ## make many random journeys (COUNT=1000 FROM=0; FROM=7 COUNT=1 repeats the one with this seed)
	@sh .ci/browser
	BOTHENDS_MONKEY=$(FROM) BOTHENDS_MONKEYS=$(COUNT) $(GO) test -tags $(TAGS) -count 1 -v -timeout 120m -run '^TestMonkeys' ./app/e2e

fuzz: ## look for input that breaks a decoder (TIME=60s for each, ROOMS=questions)
	@for folder in $$(grep -rl --include='*_test.go' '^func Fuzz' $(ROOMS) | xargs -n 1 dirname | sort -u); do \
	  for target in $$(grep -ho '^func Fuzz[A-Za-z]*' $$folder/*_test.go | cut -c 6-); do \
	    echo "$$folder $$target"; \
	    $(GO) test -tags $(TAGS) -run '^$$' -fuzz "^$$target\$$" -fuzztime $(TIME) -fuzzminimizetime 10x ./$$folder || exit 1; \
	  done; \
	done

check: ## prove the questionnaires: questions, scoring, pay tables, words
	$(BOTH) check questions/packs/social-media-manager
	$(BOTH) check questions/packs/newsroom-social-desk

ads: ## measure the reader of job ads (BOTHENDS_ADS=folder of labelled ads, or a file)
	@if [ -z "$$BOTHENDS_ADS" ]; then echo "no ads to measure with"; echo "hint: BOTHENDS_ADS names labelled ads"; exit 1; fi
	BOTHENDS_ADS=$$(realpath "$$BOTHENDS_ADS") $(GO) test -tags $(TAGS) -count 1 -v -run '^TestAds$$' ./questions/jobad

bench: ## measure scoring, reading ads (in the browser too), and visits on a slow phone (RUNS=3), BASE=revision: beside that one
	$(GO) test -tags $(TAGS) -run '^$$' -bench . -benchmem $(UNIT)
	@set -e; sh .ci/browser; \
	if [ "$(BASE)" != / ]; then \
	  dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; \
	  BOTHENDS_AGAINST=$$(GO="$(GO)" sh .ci/against "$(BASE)" "$$dir"); export BOTHENDS_AGAINST; \
	fi; \
	BOTHENDS_MEASURE=$(RUNS) $(GO) test -tags $(TAGS) -count 1 -timeout 4h -v -run '^TestMeasure' ./app/e2e

size: ## print what a visit downloads
	@dir=$$(mktemp -d) && $(BOTH) build -out $$dir/site; status=$$?; rm -rf $$dir; exit $$status

vuln: ## look for known holes in the libraries and in the Go that is installed
	@GO="$(GO)" sh .ci/vuln -tags $(TAGS) -test
