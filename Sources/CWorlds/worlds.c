// The YAML files that are part of the program. The compiler reads them (C23's #embed), which takes a
// thousandth of the time that an array literal in Swift takes, and looks whether they have changed.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "worlds.h"

static const unsigned char pod7[] = {
#embed "../Lab/Resources/pod7.yaml"
};
static const unsigned char page_done[] = {
#embed "../Lab/Resources/page-done.yaml"
};
static const unsigned char keys[] = {
#embed "../Lab/Resources/keys.yaml"
};
static const unsigned char expired[] = {
#embed "../../fixtures/scenarios/expired.yaml"
};
static const unsigned char not_yet_valid[] = {
#embed "../../fixtures/scenarios/not-yet-valid.yaml"
};
static const unsigned char another_key[] = {
#embed "../../fixtures/scenarios/another-key.yaml"
};
static const unsigned char wrong_ca[] = {
#embed "../../fixtures/scenarios/wrong-ca.yaml"
};
static const unsigned char missing_intermediate[] = {
#embed "../../fixtures/scenarios/missing-intermediate.yaml"
};
static const unsigned char san_without_server[] = {
#embed "../../fixtures/scenarios/san-without-server.yaml"
};
static const unsigned char client_not_postgres[] = {
#embed "../../fixtures/scenarios/client-not-postgres.yaml"
};
static const unsigned char der[] = {
#embed "../../fixtures/scenarios/der.yaml"
};
static const unsigned char bundle_order[] = {
#embed "../../fixtures/scenarios/bundle-order.yaml"
};
static const unsigned char renewed_root[] = {
#embed "../../fixtures/scenarios/renewed-root.yaml"
};
static const unsigned char glued_bundle[] = {
#embed "../../fixtures/scenarios/glued-bundle.yaml"
};
static const unsigned char ctrl_z[] = {
#embed "../../fixtures/scenarios/ctrl-z.yaml"
};
static const unsigned char encrypted_key[] = {
#embed "../../fixtures/scenarios/encrypted-key.yaml"
};
static const unsigned char fresh[] = {
#embed "../../fixtures/scenarios/fresh.yaml"
};
static const unsigned char workbench[] = {
#embed "../../fixtures/scenarios/workbench.yaml"
};
static const unsigned char demonstrations[] = {
#embed "../Tutor/Resources/demonstrations.txt"
};

static const unsigned char first_request[] = {
#embed "../../fixtures/tasks/first-request.yaml"
};
static const unsigned char certificates[] = {
#embed "../../fixtures/tasks/certificates.yaml"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const struct cworlds_file scenarios[] = {
  FILE_OF("expired", expired),
  FILE_OF("not-yet-valid", not_yet_valid),
  FILE_OF("another-key", another_key),
  FILE_OF("wrong-ca", wrong_ca),
  FILE_OF("missing-intermediate", missing_intermediate),
  FILE_OF("san-without-server", san_without_server),
  FILE_OF("client-not-postgres", client_not_postgres),
  FILE_OF("der", der),
  FILE_OF("bundle-order", bundle_order),
  FILE_OF("renewed-root", renewed_root),
  FILE_OF("glued-bundle", glued_bundle),
  FILE_OF("ctrl-z", ctrl_z),
  FILE_OF("encrypted-key", encrypted_key),
  FILE_OF("fresh", fresh),
  FILE_OF("workbench", workbench),
};

static const struct cworlds_file task_sets[] = {
  FILE_OF("certificates", certificates),
  FILE_OF("first-request", first_request),
};

struct cworlds_file cworlds_pod7(void) {
  return (struct cworlds_file)FILE_OF("pod7", pod7);
}

struct cworlds_file cworlds_page_done(void) {
  return (struct cworlds_file)FILE_OF("page-done", page_done);
}

struct cworlds_file cworlds_keys(void) {
  return (struct cworlds_file)FILE_OF("keys", keys);
}

struct cworlds_file cworlds_demonstrations(void) {
  return (struct cworlds_file)FILE_OF("demonstrations", demonstrations);
}

size_t cworlds_scenario_count(void) { return sizeof scenarios / sizeof *scenarios; }

struct cworlds_file cworlds_scenario(size_t number) { return scenarios[number]; }

size_t cworlds_task_set_count(void) { return sizeof task_sets / sizeof *task_sets; }

struct cworlds_file cworlds_task_set(size_t number) { return task_sets[number]; }
