#ifndef CSSH_SHIM_H
#define CSSH_SHIM_H

// libssh hides its server behind this.
#define WITH_SERVER 1
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <libssh/callbacks.h>

#endif
