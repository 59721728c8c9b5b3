/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DRILLHALL_CSODIUM_SHIM_H
#define DRILLHALL_CSODIUM_SHIM_H
#include <sodium.h>
#endif
