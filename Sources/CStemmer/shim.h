/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DRILLHALL_CSTEMMER_SHIM_H
#define DRILLHALL_CSTEMMER_SHIM_H
#include <libstemmer.h>
#endif
