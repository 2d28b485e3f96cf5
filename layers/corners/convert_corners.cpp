// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/convert_corners.hpp"

#include <algorithm>
#include <array>

#include "engine/core/error.hpp"
#include "engine/crs/transformation.hpp"
#include "layers/corners/intake.hpp"
#include "layers/corners/joined_rights.hpp"
#include "layers/corners/write_baopan.hpp"
#include "layers/corners/write_parcels.hpp"
#include "layers/run/outputs.hpp"
#include "layers/run/workspace_inputs.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {
namespace {

void check_ending(std::string const& output) {
  constexpr std::array<char const*, 5> KNOWN{".txt", ".geojson", ".json", ".gpkg", ".csv"};
  auto const e = lower_ending(output);
  if (std::none_of(KNOWN.begin(), KNOWN.end(), [&](char const* k) { return e == k; }))
    throw Error(ErrorKind::usage, "corner.ending", {output});
}

void move_corners(CornerList& list, Transformation const& from, Transformation const& to) {
  for (auto& p : list.parcels)
    for (auto& r : p.rings)
      for (auto& c : r.corners) {
        auto const moved = to.inverse(from.forward({c.x, c.y}));
        c.x = moved.x, c.y = moved.y, c.decimals = 0;
      }
}

void move(ConvertPlan const& plan, Intake& in, Crs target) {
  auto const& parameters = plan.input.datum_parameters;
  move_corners(in.list, Transformation(in.crs, parameters), Transformation(target, parameters));
  weigh_crs(target, in.list, plan.input.language, in.findings);
  in.crs = std::move(target);
}

void write_text(ConvertPlan const& plan, CornerList const& list, Crs const& crs, Findings& findings) {
  auto text = baopan_text(list, crs, plan.output, findings);
  if (auto const name = canonical_encoding(plan.write_encoding); !plan.write_encoding.empty() && name != "UTF-8") {
    auto recoded = name.empty() ? std::nullopt : convert(text, "UTF-8", name);
    if (!recoded) throw Error(ErrorKind::output, "corner.not_in_encoding", {plan.output, plan.write_encoding});
    text = std::move(*recoded);
  }
  write_file(plan.output, text, plan.overwrite);
}

void write(ConvertPlan const& plan, CornerList const& list, Crs const& crs, Findings& findings) {
  auto const e = lower_ending(plan.output);
  if (e == ".txt") return write_text(plan, list, crs, findings);
  if (e == ".csv") {
    auto const way = way_to_lonlat(crs, plan.input.datum_parameters);
    return write_file(plan.output, corner_csv_text(list, crs, way ? &*way : nullptr), plan.overwrite);
  }
  Transformation const to_lonlat(crs, plan.input.datum_parameters);
  if (e == ".gpkg") return write_parcel_geopackage(list, to_lonlat, plan.output, plan.overwrite, plan.input.language);
  write_file(plan.output, geojson_text(list, to_lonlat), plan.overwrite);
}

void count(CornerList const& list, ConvertResult& result) {
  result.parcels = list.parcels.size();
  for (auto const& p : list.parcels) {
    result.rings += p.rings.size();
    for (auto const& r : p.rings) result.corners += r.corners.size();
  }
}

bool writes_degrees(std::string const& output) {
  auto const e = lower_ending(output);
  return e != ".txt" && e != ".csv";
}

// Rows of a register in several notations may be in several systems; a text has one.
std::string target_of(ConvertPlan const& plan, std::vector<Intake> const& all, std::string const& systems) {
  bool const one =
      std::all_of(all.begin(), all.end(), [&](Intake const& in) { return code_or_name(in.crs) == systems; });
  if (!plan.to.empty() || one) return plan.to;
  if (!writes_degrees(plan.output))
    throw Error(ErrorKind::input, "corner.several_crs", {all.front().list.shown, systems});
  return "EPSG:4490";
}

}  // namespace

ConvertResult convert_corners(ConvertPlan const& plan) {
  check_ending(plan.output);
  check_not_of_workspace({plan.output});
  if (plan.input.source != "-") check_replaces_none({plan.output}, {named_file(plan.input.source)});
  auto all = take_in_rights(plan.input);
  ConvertResult result;
  result.crs = systems_of(all), result.how = how_of(all);
  auto const to = target_of(plan, all, result.crs);
  for (auto& in : all)
    if (!to.empty()) move(plan, in, Crs::parse(to));
  auto in = joined_rights(std::move(all));
  result.findings = std::move(in.findings);
  write(plan, in.list, in.crs, result.findings);
  count(in.list, result);
  return result;
}

}  // namespace redline
