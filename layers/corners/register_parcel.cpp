// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/register_parcel.hpp"

#include "layers/corners/corner_text.hpp"
#include "layers/corners/right_kind.hpp"
#include "layers/corners/stated_zones.hpp"

namespace redline {

std::string trimmed_cell(std::vector<std::string> const& cells, int column) {
  auto const i = static_cast<std::size_t>(column);
  return column < 0 || i >= cells.size() ? std::string{} : trimmed_text(cells[i]);
}

namespace {

// Not only how long and how deep they hold.
bool tells_rights(RegisterColumns const& c) {
  return c.licence >= 0 || c.area >= 0 || c.mineral >= 0 || !c.kinds.empty();
}

}  // namespace

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
  for (auto const& t : columns.terms) add_term(p.terms, {t.part, t.heading, trimmed_cell(cells, t.column)});
  for (auto const& [column, heading] : columns.zones)
    if (auto const zone = zone_of_cell(heading, trimmed_cell(cells, column))) add_zone(p.zones, *zone);
  return p;
}

Parcel described_by_row(std::vector<std::string> const& cells, RegisterColumns const& columns) {
  auto p = described(cells, columns);
  p.of_register = tells_rights(columns);
  std::erase_if(p.terms, [](PrintedTerm const& t) { return may_be_heights(t.heading) && is_one_number(t.text); });
  return p;
}

std::optional<RegisterColumns> register_beside(std::vector<std::string> heading, CornerColumns const& corners) {
  heading = folded_heading(heading, corners.degrees);
  for (auto const& pair : corners.pairs) heading.at(pair.first).clear(), heading.at(pair.second).clear();
  for (int const column : {corners.name, corners.mark, corners.serial})
    if (column >= 0) heading.at(static_cast<std::size_t>(column)).clear();
  auto const out = columns_beside(heading);
  bool const of_parcels = tells_rights(out) || !out.terms.empty() || !out.zones.empty();
  if (corners.repeats || !of_parcels) return std::nullopt;
  return out;
}

}  // namespace redline
