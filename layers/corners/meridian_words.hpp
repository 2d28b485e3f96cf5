// The central meridian in degrees that a line of text states (中央子午线87°, 中央经线为东经87°00′, L0=87) or that a
// value of a header is (87, 87°00′, 东经87度), and the number of the zone that a line states (带号28, 第28带, 28带).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

namespace redline {

std::optional<double> meridian_in(std::string const& line);
std::optional<double> meridian_of(std::string const& value);
std::optional<int> zone_in(std::string const& line);

}  // namespace redline
