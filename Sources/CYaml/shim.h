/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DRILLHALL_CYAML_SHIM_H
#define DRILLHALL_CYAML_SHIM_H
#include <yaml.h>
#endif
