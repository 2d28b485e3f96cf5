// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/convert_corners.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "engine/core/error.hpp"
#include "engine/crs/doubt.hpp"
#include "engine/crs/transformation.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/from_features.hpp"
#include "layers/corners/read_corners.hpp"
#include "layers/corners/write_baopan.hpp"
#include "layers/corners/write_parcels.hpp"
#include "layers/workspace/text_file.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {
namespace {

std::string ending(std::string const& path) {
  auto text = std::filesystem::path(path).extension().string();
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

void check_ending(std::string const& output) {
  constexpr std::array<char const*, 5> KNOWN{".txt", ".geojson", ".json", ".gpkg", ".csv"};
  auto const e = ending(output);
  if (std::none_of(KNOWN.begin(), KNOWN.end(), [&](char const* k) { return e == k; }))
    throw Error(ErrorKind::usage, "corner.ending", {output});
}

struct Input {
  CornerList list;
  std::string crs;  // stated by a GIS format
};

Input read_input(ConvertPlan const& plan) {
  if (plan.pasted) return {read_corners(*plan.pasted, render("corner.stdin", plan.language), plan.encoding), ""};
  auto const e = ending(plan.source);
  bool const text = e == ".txt" || e == ".csv";
  if (text) {
    auto const bytes = read_text_file(plan.source);
    if (e == ".txt" || is_corner_table(bytes, plan.encoding))
      return {read_corners(bytes, plan.source, plan.encoding), ""};
  }
  SourceOptions options;
  options.path_and_layer = plan.source;
  options.encoding = plan.encoding;
  options.allow_network = plan.allow_network, options.allow_vrt = plan.allow_vrt;
  auto features = corners_of_features(options);
  return {std::move(features.list), std::move(features.crs)};
}

// A given CRS is the user's word; only what cannot be in it at all is refused.
void weigh(Crs const& crs, CornerList const& placed, Language language, Findings& findings) {
  auto d = doubt(crs, bounds_of_corners(placed));
  if (!d) return;
  d->args.back() = placed.shown + ": ";
  if (d->certain)
    throw Error(ErrorKind::input, "corner.crs_contradicted", {render(Message{d->code, d->args}, language)});
  findings.push_back({d->code, Severity::warning, std::filesystem::path(placed.shown).stem().string(), "", d->args});
}

std::string evidence_text(Findings const& evidence, Language language) {
  std::string out;
  for (auto const& f : evidence)
    out += "\n  " + std::string(f.severity == Severity::info ? "+ " : "? ") + render(Message{f.code, f.args}, language);
  return out;
}

Crs of_list(ConvertPlan const& plan, CornerList& list, ConvertResult& result) {
  auto const proposal = propose(list, plan.hints);
  result.findings.insert(result.findings.end(), proposal.evidence.begin(), proposal.evidence.end());
  result.how = "detected";
  if (!plan.crs.empty()) {
    result.how = "given";
  } else if (proposal.crs.empty()) {
    throw Error(ErrorKind::input, "corner.no_crs", {list.shown, evidence_text(proposal.evidence, plan.language)});
  } else if (proposal.certain) {
    result.how = "declared";
  } else if (!plan.accept) {
    auto const name = Crs::parse(proposal.crs).name();
    throw Error(ErrorKind::input, "corner.doubtful",
                {list.shown, proposal.crs, name, evidence_text(proposal.evidence, plan.language)});
  }
  auto used = proposal;
  if (used.order == AxisOrder::unknown) used.order = list.order;
  if (used.order == AxisOrder::unknown) used.order = AxisOrder::north_first;
  auto crs = Crs::parse(plan.crs.empty() ? proposal.crs : plan.crs);
  place_corners(list, used);
  weigh(crs, list, plan.language, result.findings);
  return crs;
}

// A drawing states no CRS: then the corners are looked at like those of a list.
Crs of_features(ConvertPlan const& plan, std::string const& stated, CornerList const& list, ConvertResult& result) {
  result.how = plan.crs.empty() ? "declared" : "given";
  auto crs = Crs::parse(plan.crs.empty() ? stated : plan.crs);
  if (auto const e = ending(list.shown); e == ".kml" || e == ".kmz")
    result.findings.push_back(
        {"corner.gcj02", Severity::info, std::filesystem::path(list.shown).stem().string(), "", {}});
  weigh(crs, list, plan.language, result.findings);
  return crs;
}

std::optional<Transformation> way_to_lonlat(Crs const& crs) {
  try {
    return Transformation(crs);
  } catch (Error const& e) {
    if (e.message().key == "crs.datum_needs_parameters") return std::nullopt;
    throw;
  }
}

void move_corners(CornerList& list, Transformation const& from, Transformation const& to) {
  for (auto& p : list.parcels)
    for (auto& r : p.rings)
      for (auto& c : r.corners) {
        auto const moved = to.inverse(from.forward({c.x, c.y}));
        c.x = moved.x, c.y = moved.y, c.decimals = 0;
      }
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
  auto const e = ending(plan.output);
  if (e == ".txt") return write_text(plan, list, crs, findings);
  if (e == ".csv") {
    auto const way = way_to_lonlat(crs);
    return write_file(plan.output, corner_csv_text(list, crs, way ? &*way : nullptr), plan.overwrite);
  }
  Transformation const to_lonlat(crs);
  if (e == ".gpkg") return write_parcel_geopackage(list, to_lonlat, plan.output, plan.overwrite, plan.language);
  write_file(plan.output, geojson_text(list, to_lonlat), plan.overwrite);
}

void count(CornerList const& list, ConvertResult& result) {
  result.parcels = list.parcels.size();
  for (auto const& p : list.parcels) {
    result.rings += p.rings.size();
    for (auto const& r : p.rings) result.corners += r.corners.size();
  }
}

void append(Findings& all, Findings more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

ConvertResult convert_corners(ConvertPlan const& plan) {
  check_ending(plan.output);
  auto input = read_input(plan);
  auto& list = input.list;
  bool const features = list.form == CornerForm::features;
  if (!features) refuse_failed_lines(list, plan.language);
  ConvertResult result;
  result.findings = list.findings;
  bool const stated = features && (!plan.crs.empty() || !input.crs.empty());
  auto crs = stated ? of_features(plan, input.crs, list, result) : of_list(plan, list, result);
  auto const way = way_to_lonlat(crs);
  append(result.findings, check_corners(list, crs, way ? &*way : nullptr));
  result.crs = crs.code().empty() ? crs.name() : crs.code();
  if (!plan.to.empty()) {
    auto target = Crs::parse(plan.to);
    move_corners(list, Transformation(crs), Transformation(target));
    weigh(target, list, plan.language, result.findings);
    crs = std::move(target);
  }
  write(plan, list, crs, result.findings);
  count(list, result);
  return result;
}

}  // namespace redline
