// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
public import Ledger
