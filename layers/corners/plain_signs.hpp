// One way of writing for the many signs of degrees, minutes and seconds (83º00ˊ30'' is 83°00′30″, also 83o00′30″ and
// 44-35-30 beside 83-00-30), and metres without their unit (4940200.00m). Signs stay where they do not stand in degrees
// and minutes, " stays everywhere: it also quotes. Of a row of cells, 44-35-30 counts by what the others hold.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

void write_signs_plainly(std::vector<std::string>& cells);
std::string with_plain_signs(std::string const& line);

}  // namespace redline
