#ifndef CSSH_SHIM_H
#define CSSH_SHIM_H

// libssh hides its server behind this.
#define WITH_SERVER 1
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <libssh/callbacks.h>

/// Has libssh show these callbacks each packet before it looks itself. libssh's headers keep this to
/// themselves; its archive does not.
void ssh_packet_set_callbacks(ssh_session session, ssh_packet_callbacks callbacks);

#endif
