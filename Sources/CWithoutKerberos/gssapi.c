// The Kerberos that libssh is linked with: none.
//
// Debian's libssh offers logins by Kerberos, and with its nine libraries the program takes a third
// longer to start and several megabytes more, whatever it is started for. An appliance has no such
// logins. These are the functions of GSS-API (RFC 2744) that libssh calls: there are no mechanisms,
// and whoever asks for one is told so.

#include <stddef.h>
#include <stdint.h>

typedef uint32_t status;
typedef struct {
  size_t count;
  void *elements;
} oid_set;

static const status complete = 0;
static const status unavailable = 16u << 16;
static oid_set nothing = {0, NULL};

// What libssh is given here it only looks at and gives back.

status gss_create_empty_oid_set(status *minor, oid_set **set) {
  *minor = 0;
  *set = &nothing;
  return complete;
}

status gss_indicate_mechs(status *minor, oid_set **set) {
  return gss_create_empty_oid_set(minor, set);
}

status gss_test_oid_set_member(status *minor, const void *oid, const oid_set *set, int *present) {
  *minor = 0;
  *present = 0;
  return complete;
}

status gss_release_oid_set(status *minor, oid_set **set) {
  *minor = 0;
  *set = NULL;
  return complete;
}

status gss_display_status(
    status *minor, status value, int type, const void *mechanism, status *context, void *text) {
  *minor = 0;
  return unavailable;
}

// Never reached without a mechanism.

void *GSS_C_NT_HOSTBASED_SERVICE;
void *GSS_C_NT_USER_NAME;

#define UNREACHED(function) \
  status function(status *minor) { return unavailable; }

UNREACHED(gss_accept_sec_context)
UNREACHED(gss_acquire_cred)
UNREACHED(gss_add_oid_set_member)
UNREACHED(gss_display_name)
UNREACHED(gss_get_mic)
UNREACHED(gss_import_name)
UNREACHED(gss_init_sec_context)
UNREACHED(gss_inquire_cred)
UNREACHED(gss_inquire_cred_by_mech)
UNREACHED(gss_release_buffer)
UNREACHED(gss_release_cred)
UNREACHED(gss_release_name)
UNREACHED(gss_verify_mic)
