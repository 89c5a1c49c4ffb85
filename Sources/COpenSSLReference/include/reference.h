// What the same work costs a C program: the reference that `make bench` divides by.
#ifndef MMP_OPENSSL_REFERENCE_H
#define MMP_OPENSSL_REFERENCE_H

#include <stddef.h>

/// Reads a PEM certificate and prints it to memory. Returns the bytes printed.
long reference_inspect(const void *certificate, size_t length);

/// Reads a PEM certificate and private key and compares them. Returns 1 for a pair.
int reference_match(const void *key, size_t key_length, const void *certificate, size_t length);

/// Reads a PEM certificate and a bundle and verifies the chain. Returns 1 for a good one.
int reference_verify(
    const void *certificate, size_t length, const void *bundle, size_t bundle_length);

#endif
