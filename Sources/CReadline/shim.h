/* SPDX-License-Identifier: GPL-3.0-or-later
   GNU readline for Swift: stdio.h must come first, and globals are reached through functions,
   because Swift 6 refuses shared mutable state. */
#ifndef DRILLHALL_CREADLINE_SHIM_H
#define DRILLHALL_CREADLINE_SHIM_H
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>
#endif
