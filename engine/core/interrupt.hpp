// The wish to stop, set from a signal handler and asked by long loops. throw_if_interrupted() raises
// Error(interrupted).
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redline {

void request_interrupt() noexcept;  // async-signal-safe
bool interrupt_requested() noexcept;
void clear_interrupt() noexcept;
void throw_if_interrupted();

}  // namespace redline
