// Nothing to call from here: see gssapi.c.
