// The OpenSSL names PKI uses, and inline functions for the macros Swift cannot import.
#ifndef MMP_COPENSSL_SHIM_H
#define MMP_COPENSSL_SHIM_H

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/dsa.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// The bytes a memory BIO holds; they stay the BIO's.
static inline long copenssl_bio_data(BIO *bio, char **data) {
  return BIO_get_mem_data(bio, data);
}

static inline void copenssl_free(void *pointer) {
  // The macro would add the path of this file, and with it the builder's folder, to the program.
  CRYPTO_free(pointer, "", 0);
}

/// An RSA key of its traditional form, past the decoders of all other kinds; NULL if it is none, or if
/// there is more.
static inline EVP_PKEY *copenssl_rsa_key(const unsigned char *der, long length) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  const unsigned char *end = der + length;
  RSA *rsa = d2i_RSAPrivateKey(NULL, &der, length);
  EVP_PKEY *key = rsa && der == end ? EVP_PKEY_new() : NULL;
  if (key && EVP_PKEY_assign(key, EVP_PKEY_RSA, rsa)) return key;
  EVP_PKEY_free(key);
  RSA_free(rsa);
  return NULL;
#pragma GCC diagnostic pop
}

/// Elements of any STACK_OF(...), which the importer shows as an opaque pointer.
static inline int copenssl_sk_num(const void *stack) {
  return OPENSSL_sk_num((const OPENSSL_STACK *)stack);
}
static inline void *copenssl_sk_value(const void *stack, int index) {
  return OPENSSL_sk_value((const OPENSSL_STACK *)stack, index);
}

#endif
