/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DRILLHALL_CFUZZER_SHIM_H
#define DRILLHALL_CFUZZER_SHIM_H
#include <stddef.h>
#include <stdint.h>

/* libFuzzer as a library (LLVM, "libFuzzer – using it as a library"): it has no header of its own. */
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
#endif
