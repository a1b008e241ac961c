// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memory that runs out on command: this program's operator new counts its calls, in memory that
// children of a fork share, and fails where it is told to.
namespace sojourn::scarce {

/// From now on calls are counted from 1 and the n-th fails, with `for_good` all after it too.
/// 0: none fails.
void begin(long n, bool for_good);
/// Memory is as it should be again; what was counted can still be read.
void end();
long calls();
/// Whether a call has failed.
bool failed();

} // namespace sojourn::scarce
