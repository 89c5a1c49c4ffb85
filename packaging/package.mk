# Ways to get the program to others. Everything is made below .build-package.

work = .build-package
package-tools = binutils debhelper lintian python3

.PHONY: deb tarball test-package stage

# From the commit, so that the same commit gives the same files.
deb tarball stage: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct)

## A Debian package.
deb: stage
	packaging/deb.sh $(work)
	packaging/sums.sh $(work)

## An archive for other Linux systems with glibc 2.36 and OpenSSL 3.
tarball: stage
	packaging/tarball.sh $(work)
	packaging/sums.sh $(work)

## Installs the package in a bare Debian 12, uses it and removes it.
test-package: deb tarball
	@$(call install,debootstrap systemd-container)
	packaging/test.sh $(work)

# generate-manual is swift-argument-parser's.
stage: program
	@$(call install,$(package-tools))
	@$(release) --product generate-manual
	packaging/stage.sh $(program) .build/release/generate-manual $(work)/tree
