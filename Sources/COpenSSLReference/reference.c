#include "reference.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

static X509 *read_certificate(const void *bytes, size_t length) {
  BIO *bio = BIO_new_mem_buf(bytes, (int)length);
  X509 *certificate = PEM_read_bio_X509(bio, NULL, NULL, NULL);
  BIO_free(bio);
  return certificate;
}

long reference_inspect(const void *bytes, size_t length) {
  X509 *certificate = read_certificate(bytes, length);
  BIO *text = BIO_new(BIO_s_mem());
  X509_print_ex(text, certificate, 0, 0);
  char *data = NULL;
  long count = BIO_get_mem_data(text, &data);
  BIO_free(text);
  X509_free(certificate);
  return count;
}

int reference_match(const void *key, size_t key_length, const void *bytes, size_t length) {
  BIO *bio = BIO_new_mem_buf(key, (int)key_length);
  EVP_PKEY *private_key = PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL);
  BIO_free(bio);
  X509 *certificate = read_certificate(bytes, length);
  int result = X509_check_private_key(certificate, private_key);
  X509_free(certificate);
  EVP_PKEY_free(private_key);
  return result;
}

int reference_verify(
    const void *bytes, size_t length, const void *bundle, size_t bundle_length) {
  X509 *certificate = read_certificate(bytes, length);
  X509_STORE *store = X509_STORE_new();
  BIO *bio = BIO_new_mem_buf(bundle, (int)bundle_length);
  for (X509 *anchor; (anchor = PEM_read_bio_X509(bio, NULL, NULL, NULL)) != NULL;) {
    X509_STORE_add_cert(store, anchor);
    X509_free(anchor);
  }
  BIO_free(bio);
  X509_STORE_CTX *context = X509_STORE_CTX_new();
  X509_STORE_CTX_init(context, store, certificate, NULL);
  int result = X509_verify_cert(context);
  X509_STORE_CTX_free(context);
  X509_STORE_free(store);
  X509_free(certificate);
  return result;
}
