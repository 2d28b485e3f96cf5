// One coordinate written by a person: a decimal number (also in full-width digits, with thousands commas, or in
// scientific notation), or degrees, minutes, seconds with any of the usual signs: 85°12'30.5", E85°12′30″,
// 85度12分30秒, 85:12:30, 85 12 30.5. S and W are negative. Minutes of 60 and seconds above 60 are no coordinate
// (seconds may be printed as 60.000), nor are more than 200 bytes. packed_degrees() reads DDDMMSS.s (851230.5 =
// 85°12'30.5") and is only for columns known to hold degrees.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

namespace redline {

std::optional<double> coordinate(std::string const& text);
std::optional<double> packed_degrees(double value);

// Why degrees, minutes and seconds are no coordinate: minutes of 60 and more, or seconds above 60.
enum class AngleFault { none, minutes, seconds };
AngleFault angle_fault(std::string const& text);

}  // namespace redline
