// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/from_sheets.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "layers/corners/joined_sheets.hpp"
#include "layers/corners/plain_signs.hpp"
#include "layers/corners/printed_list.hpp"
#include "layers/corners/read_corners.hpp"
#include "layers/corners/register_table.hpp"
#include "layers/corners/sheet_areas.hpp"
#include "layers/corners/stated_zones.hpp"
#include "layers/corners/unread_coordinates.hpp"
#include "layers/read/place.hpp"
#include "layers/read/sheet_cells.hpp"

namespace redline {
namespace {

template <class Items>
void append(Items& all, Items& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void take_header(CornerList& all, CornerList const& sheet, std::string const& name) {
  for (auto const& [key, value] : sheet.header) {
    auto const before = all.header_value(key);
    if (before.empty())
      all.header.emplace_back(key, value);
    else if (before != value)
      throw Error(ErrorKind::input, "corner.sheets_contradict", {all.shown, key, name, before, value});
  }
}

std::size_t parcels_of(CornerList const& list) { return list.parcels.size() + list.failed_parcels.size(); }

// Parcels without a name are numbered through all sheets; the only one of a sheet has the sheet's name.
void name_parcels(CornerList& sheet, std::string const& name, std::size_t before) {
  bool const only = parcels_of(sheet) == 1;
  for (auto& p : sheet.parcels) {
    p.number += before;
    p.worksheet = name;
    if (only && p.name.empty()) p.name = name;
  }
  for (auto& p : sheet.failed_parcels) {
    p.sheet = name;
    if (!p.numbered) continue;
    p.title = only ? name : std::to_string(before + std::stoul(p.title));
  }
}

Finding unused(SheetCells const& s) {
  if (auto const row = unread_coordinates(s.rows))
    return {"corner.sheet_unread", Severity::warning, s.name, "", {s.name, std::to_string(*row)}};
  return {"corner.sheet_unused", Severity::info, s.name, "", {s.name}};
}

void take_sheet(CornerList& all, CornerList sheet, std::string const& name) {
  take_header(all, sheet, name);
  if (all.parcels.empty()) all.order = sheet.order, all.form = sheet.form;
  if (all.order != sheet.order && !sheet.parcels.empty()) all.order = AxisOrder::unknown;
  all.degree_words.add(sheet.degree_words);
  for (auto const& z : sheet.said_zones) add_zone(all.said_zones, z);
  name_parcels(sheet, name, parcels_of(all));
  bool const any = !sheet.parcels.empty();
  if (sheet.form == CornerForm::printed) join_sheets(all, sheet);
  if (any) take_sheet_areas(all, sheet, sheet.parcels.empty() ? all.parcels.back().worksheet : name);
  append(all.failed_parcels, sheet.failed_parcels);
  append(all.parcels, sheet.parcels);
  append(all.lines, sheet.lines);
  append(all.without_unit, sheet.without_unit);
  append(all.findings, sheet.findings);
  append(all.datum_evidence, sheet.datum_evidence);
}

}  // namespace

std::optional<CornerList> corners_of_sheets(SourceOptions const& options, Language language, bool spare_parcels) {
  CornerList all;
  std::optional<Error> refused;  // the first sheet none of whose parcels can be used
  auto const place = locate(options);
  all.shown = place.shown;
  all.form = CornerForm::printed;
  auto const sheets = read_sheets(options);
  if (!sheets.empty() && sheets.front().ends_early)
    all.findings.push_back({"corner.sheet_rest", Severity::info, sheets.front().name, "", {}});
  for (auto s : sheets) {
    std::for_each(s.rows.begin(), s.rows.end(), write_signs_plainly);
    bool const strings = looks_like_register_rows(s.rows);
    if (!strings && !looks_like_printed_rows(s.rows)) {
      all.findings.push_back(unused(s));
      continue;
    }
    CornerList list;
    bool const one = sheets.size() == 1 && place.layer.empty();
    list.shown = one ? place.shown : place.shown + ":" + s.name;
    if (sheets.size() > 1) all.findings.push_back({"corner.sheet", Severity::info, s.name, "", {s.name}});
    if (strings)
      parse_register_rows(s.rows, s.name, list);
    else
      parse_printed_rows(s.rows, s.name, list, s.columns);
    try {
      refuse_failed_lines(list, language, spare_parcels);
    } catch (Error const& e) {
      if (!spare_parcels || !list.only_parcels_failed) throw;
      if (!refused) refused = e;
    }
    take_sheet(all, std::move(list), s.name);
  }
  if (all.parcels.empty() && refused && all.failed_parcels.size() < 2) throw Error(*refused);
  if (parcels_of(all) == 0) return std::nullopt;
  declare_of_sheets(all);
  all.only_parcels_failed = true;
  return all;
}

}  // namespace redline
