# make run and make test are all that is needed; both install what is missing first.
# Everything else is for those who change the program.

packages = libssl-dev libedit-dev libssh-dev libyaml-dev libsqlite3-dev openssl
# Real clients, for the tests of mmp serve.
test-packages = openssh-client putty-tools python3-paramiko \
  python3-netmiko ansible-core expect sshpass
# libstdc++ and libgcc_s, which the Swift driver links, are taken from a folder that has only
# archives: shared, they took a third of the time to start. All symbols are bound, and then
# read-only, before the program runs; relocations are kept small.
archives = .build/archives
linker = -L$(CURDIR)/$(archives) --gc-sections --no-export-dynamic \
  -z now -z pack-relative-relocs
release = swift build -c release --static-swift-stdlib --disable-local-rpath \
  -Xswiftc -use-ld=lld $(addprefix -Xlinker ,$(linker))
program = .build/release/mmp

.PHONY: run test lint docs bench bench-serve bench-hostile sanitize fuzz packages clients program

## The MMP console. Options: make run options="--host cms1b --files folder"
run: program
	@$(program) $(options)

## All tests, in debug and in release.
test: clients
	swift test
	swift test -c release -Xswiftc -enable-testing --scratch-path .build-release-tests

## Strict format check.
lint:
	swift format lint --strict --recursive Sources Tests Package.swift

## The pages made from the ledger and the scenarios.
docs: program
	$(program) fidelity --fidelity-page > docs/fidelity.md
	$(program) explain --collect fixtures/transcripts/shows > Sources/Tutor/Resources/demonstrations.txt
	$(MAKE) program
	$(program) fidelity --errors-page > docs/errors.md
	$(program) scenarios --page > docs/scenarios.md

## Speed, as ratios against references measured in the same run. A part of it:
## make bench only="start commands lab state requests events"
bench: program
	$(release) --product bench
	.build/release/bench $(only)

## mmp serve under load, beside sshd if run by root; Tests/Load/bench_serve.py says what is what.
## Other numbers: make bench-serve connections=100000
load = ../shared/load/load.py
connections = 5000
bench-serve: program
	@PYTHONDONTWRITEBYTECODE=1 python3 Tests/Load/bench_serve.py --program $(program) \
	  --load $(load) --connections $(connections)

## What trainees of one pod notice of hostile clients of another.
bench-hostile: program
	@PYTHONDONTWRITEBYTECODE=1 python3 Tests/Load/bench_hostile.py --program $(program) --load $(load)

## The tests once more, under AddressSanitizer.
sanitize: clients
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/lsan-suppressions.txt:print_suppressions=0 \
	  swift test --sanitize=address --scratch-path .build-asan

## A minute of random bytes for each part that takes bytes from strangers, under AddressSanitizer.
## Other lengths and parts: make fuzz seconds=600 targets=sftp
seconds = 60
targets = files sftp editor worlds
fuzz: packages
	FUZZ=1 swift build -c release --product fuzz --scratch-path .build-fuzz
	for target in $(targets); do \
	  mkdir -p .build-fuzz/corpus/$$target; \
	  seeds=; test $$target != files || seeds="fixtures/inspect fixtures/files/pki"; \
	  test $$target != worlds || seeds="fixtures/scenarios"; \
	  FUZZ_TARGET=$$target SWIFT_BACKTRACE=enable=no .build-fuzz/release/fuzz \
	    -max_total_time=$(seconds) -max_len=65536 -print_final_stats=1 \
	    .build-fuzz/corpus/$$target $$seeds || exit 1; \
	done

program: packages $(archives)
	@$(release) --product mmp

$(archives): packages
	@mkdir -p $@
	@ln -sf $$(clang -print-file-name=libstdc++.a) $@
	@ln -sf $$(clang -print-file-name=libgcc_eh.a) $@/libgcc_s.a

packages: ; @$(call install,$(packages))

clients: ; @$(call install,$(packages) $(test-packages))

# Installs what is missing of those Debian packages.
define install
missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
test -z "$$missing" || { \
  root=$$(test "$$(id -u)" = 0 || echo sudo); \
  $$root apt-get update -q && \
  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing; }
endef

# make deb, make tarball, make test-package.
include packaging/package.mk
