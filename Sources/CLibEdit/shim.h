#ifndef MMP_CLIBEDIT_SHIM_H
#define MMP_CLIBEDIT_SHIM_H
#include <histedit.h>
#endif
