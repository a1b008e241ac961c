// SPDX-License-Identifier: Apache-2.0
#pragma once

// The flow kernel is compiled once per instruction set. Whatever it inlines lives in
// `namespace sojourn::inline SOJOURN_TARGET`, so that the copies have different names and the
// linker cannot keep one of them for all.
#ifndef SOJOURN_TARGET
#define SOJOURN_TARGET generic
#endif

#define SOJOURN_INLINE [[gnu::always_inline]] inline
