// Lines of a running text (running_text.hpp) that were broken inside a corner: what begins at the end of a line and
// goes on in the next one stands in the next one. As many lines come out as go in; a line of which nothing is left says
// so by `moved`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

struct WholeLine {
  std::string text;
  bool moved = false;
};

std::vector<WholeLine> whole_brackets(std::vector<std::string> const& lines);

}  // namespace redline
