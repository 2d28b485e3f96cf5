// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/register_parcel.hpp"

#include "layers/corners/corner_text.hpp"
#include "layers/corners/right_kind.hpp"

namespace redline {

std::string trimmed_cell(std::vector<std::string> const& cells, int column) {
  auto const i = static_cast<std::size_t>(column);
  return column < 0 || i >= cells.size() ? std::string{} : trimmed_text(cells[i]);
}

Parcel described(std::vector<std::string> const& cells, RegisterColumns const& columns) {
  Parcel p;
  p.of_register = true;
  p.id = trimmed_cell(cells, columns.id), p.licence_no = trimmed_cell(cells, columns.licence);
  p.name = trimmed_cell(cells, columns.name), p.mineral = trimmed_cell(cells, columns.mineral);
  p.holder = trimmed_cell(cells, columns.holder);
  for (int const column : columns.kinds)
    if (p.kind.empty()) p.kind = right_kind(trimmed_cell(cells, column));
  p.declared_area = trimmed_cell(cells, columns.area);
  auto const unit = area_unit(p.declared_area);
  p.area_unit = unit.empty() ? columns.area_unit : unit;
  if (!unit.empty()) p.declared_area = p.declared_area.substr(0, p.declared_area.find_first_not_of("0123456789.,"));
  return p;
}

std::optional<RegisterColumns> register_beside(std::vector<std::string> heading, CornerColumns const& corners) {
  heading = folded_heading(heading, corners.degrees);
  for (auto const& pair : corners.pairs) heading.at(pair.first).clear(), heading.at(pair.second).clear();
  for (int const column : {corners.name, corners.mark, corners.serial})
    if (column >= 0) heading.at(static_cast<std::size_t>(column)).clear();
  auto const out = columns_beside(heading);
  if (corners.repeats || (out.licence < 0 && out.area < 0 && out.mineral < 0 && out.kinds.empty())) return std::nullopt;
  return out;
}

}  // namespace redline
