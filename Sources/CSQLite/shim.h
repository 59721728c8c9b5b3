/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DRILLHALL_CSQLITE_SHIM_H
#define DRILLHALL_CSQLITE_SHIM_H
#include <sqlite3.h>
#endif
