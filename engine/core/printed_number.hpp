// Numbers as the ministry prints them, rounded once, half to even on the decimal digits of the value (GB/T 8170).
// printed_dms(): D°MM′SS.sss″, never 60 seconds.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string printed(double value, int decimals);
std::string printed_dms(double degrees);

}  // namespace redline
