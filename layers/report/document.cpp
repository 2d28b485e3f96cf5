// SPDX-License-Identifier: Apache-2.0
#include "layers/report/document.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/core/printed_number.hpp"

namespace redline::report {

Cell::Cell(double v, int decimals_printed)
    : text(printed(v, decimals_printed)), value(std::strtod(text.c_str(), nullptr)), decimals(decimals_printed) {}

std::vector<std::size_t> columns_on_page(Table const& table) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    bool const used =
        std::any_of(table.rows.begin(), table.rows.end(), [&](auto const& r) { return !r[i].text.empty(); });
    if (used && !table.columns[i].wide) out.push_back(i);
  }
  return out;
}

std::string rows_left_out(Table const& table, Language language) {
  if (table.rows.size() <= table.rows_on_page) return {};
  return render(Message{"report.rows_left_out",
                        {std::to_string(table.rows_on_page), std::to_string(table.rows.size()), table.sheet}},
                language);
}

}  // namespace redline::report
