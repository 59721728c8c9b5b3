/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DRILLHALL_CCMARKGFM_SHIM_H
#define DRILLHALL_CCMARKGFM_SHIM_H
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#endif
