// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "engine/core/printed_number.hpp"
#include "engine/crs/doubt.hpp"
#include "layers/corners/against_given.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/finding_owners.hpp"
#include "layers/corners/from_features.hpp"
#include "layers/corners/from_sheets.hpp"
#include "layers/corners/intake_steps.hpp"
#include "layers/corners/magnitude.hpp"
#include "layers/corners/numbering.hpp"
#include "layers/corners/offset_system.hpp"
#include "layers/corners/phone_maps.hpp"
#include "layers/corners/read_corners.hpp"
#include "layers/corners/unsaid_units.hpp"
#include "layers/read/geojson_crs.hpp"
#include "layers/read/sheet_cells.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

constexpr std::size_t ROWS_SHOWN = 5;

IntakeInput read_input(IntakePlan const& plan) {
  if (plan.pasted)
    return {read_corners(*plan.pasted, render("corner.stdin", plan.language), plan.encoding), "", *plan.pasted};
  auto const e = lower_ending(plan.source);
  bool const listed = e == ".txt" || e == ".dat";  // .dat: of instruments and survey software
  bool const text = listed || e == ".csv";
  if (text) {
    auto bytes = read_text_file(plan.source);
    if (listed || is_corner_table(bytes, plan.encoding)) {
      auto list = read_corners(bytes, plan.source, plan.encoding);
      return {std::move(list), "", std::move(bytes)};
    }
  }
  SourceOptions options;
  options.path_and_layer = plan.source;
  options.encoding = plan.encoding, options.crs = plan.crs;
  options.allow_network = plan.allow_network, options.allow_vrt = plan.allow_vrt;
  if (is_workbook(options))
    if (auto list = corners_of_sheets(options, plan.language, plan.spare_parcels)) return {std::move(*list), "", ""};
  auto features = corners_of_features(options, plan.language, plan.spare_parcels);
  return {std::move(features.list), std::move(features.crs), ""};
}

std::string evidence_text(Findings const& evidence, Language language) {
  std::string out;
  for (auto const& f : evidence)
    out += "\n  " + std::string(f.severity == Severity::info ? "+ " : "? ") + render(Message{f.code, f.args}, language);
  return out;
}

// "甲, line 4 (J3: 28421770.25, 4940866.5)", the first few.
std::string rows_text(CornerList const& list, MixedOrder const& mixed, Language language) {
  std::string out;
  for (std::size_t i = 0; i < std::min(mixed.others.size(), ROWS_SHOWN); ++i) {
    auto const& [parcel, c] = mixed.others[i];
    auto const& p = list.parcels[parcel];
    auto const line = std::to_string(c.line);
    auto const& sheet = c.sheet.empty() ? p.worksheet : c.sheet;
    auto const at = sheet.empty() ? Message{"corner.at_line", {line}} : Message{"corner.at_row", {sheet, line}};
    out += "\n  " + render(Message{"corner.mixed_row",
                                   {parcel_title(p, parcel), render(at, language), c.name, fmt::format("{:.10g}", c.x),
                                    fmt::format("{:.10g}", c.y)}},
                           language);
  }
  return out;
}

// Whatever the CRS: which of the two is north has to be one and the same in all rows.
void refuse_mixed_order(CornerList const& list, Language language) {
  auto const mixed = mixed_order(list);
  if (!mixed) return;
  auto const word = mixed->usual == AxisOrder::north_first ? "@corner.word.north_first" : "@corner.word.east_first";
  throw Error(ErrorKind::input, "corner.mixed_order",
              {list.shown, word, std::to_string(mixed->others.size()), rows_text(list, *mixed, language)});
}

void add(Findings more, Findings& findings) { findings.insert(findings.end(), more.begin(), more.end()); }

Crs of_list(IntakePlan const& plan, CornerList& list, Intake& result) {
  refuse_mixed_order(list, plan.language);
  auto const said = list.header_value("坐标系");
  if (plan.crs.empty() && is_offset_system(said))
    throw Error(ErrorKind::input, "corner.offset_system", {list.shown, said});
  auto const proposal = propose(list, plan.hints);
  result.findings.insert(result.findings.end(), proposal.evidence.begin(), proposal.evidence.end());
  result.how = "detected";
  if (!plan.crs.empty()) {
    result.how = "given";
    forget_proposal(result.findings);
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
  weigh_crs(crs, list, plan.language, result.findings);
  if (result.how == "given") add(against_given(list, crs), result.findings);
  return crs;
}

// KML is on WGS 84 by its definition; programs of maps that are shifted by law write their own numbers into it.
void look_at_phone_map(IntakePlan const& plan, CornerList const& list, Intake& result) {
  auto const layer = std::filesystem::path(list.shown).stem().string();
  auto const sign = phone_map_of(plan.source);
  if (!sign) return result.findings.push_back({"corner.gcj02", Severity::info, layer, "", {}});
  Finding const found{
      sign->shifted ? "corner.gcj02_suspected" : "corner.gcj02_possible", Severity::warning, layer, "", {sign->word}};
  result.findings.push_back(found);
  if (sign->shifted && plan.crs.empty() && !plan.accept)
    throw Error(ErrorKind::input, "corner.doubtful",
                {list.shown, "EPSG:4326", "WGS 84", evidence_text({found}, plan.language)});
}

Findings against_own(std::string const& stated, CornerList const& list, Crs const& given) {
  auto const e = lower_ending(list.shown);
  if (e == ".geojson" || e == ".json")
    if (auto const name = unknown_geojson_crs(list.shown); !name.empty()) return against_given(list, name, given);
  if (stated.empty()) return {};
  try {
    return against_given(list, Crs::parse(stated), given);
  } catch (Error const&) {  // what is no system says nothing
    return {};
  }
}

// The numbers of the zone say another CRS than the file: the one they say is the proposal.
Crs numbered_otherwise(IntakePlan const& plan, Crs const& stated, CornerList const& list, Intake& result) {
  auto const d = doubt(stated, bounds_of_corners(list));
  if (!d || d->certain) return stated;
  auto const& proposed = d->args.at(d->args.size() - 2);
  Finding const said{d->code, Severity::warning, std::filesystem::path(list.shown).stem().string(), "", d->args};
  auto const evidence = evidence_text({said}, plan.language);
  if (proposed.empty()) throw Error(ErrorKind::input, "corner.no_crs", {list.shown, evidence});
  auto crs = Crs::parse(proposed);
  if (!plan.accept) throw Error(ErrorKind::input, "corner.doubtful", {list.shown, proposed, crs.name(), evidence});
  result.how = "detected";
  result.findings.push_back({"corner.own_crs_left",
                             Severity::warning,
                             std::filesystem::path(list.shown).stem().string(),
                             "",
                             {code_or_name(stated), proposed}});
  return crs;
}

// A drawing states no CRS: then the corners are looked at like those of a list.
Crs of_features(IntakePlan const& plan, std::string const& stated, CornerList const& list, Intake& result) {
  bool const given = !plan.crs.empty();
  result.how = given ? "given" : "declared";
  auto crs = Crs::parse(given ? plan.crs : stated);
  if (auto const e = lower_ending(list.shown); e == ".kml" || e == ".kmz") look_at_phone_map(plan, list, result);
  if (!given) crs = numbered_otherwise(plan, crs, list, result);
  weigh_crs(crs, list, plan.language, result.findings);
  if (given) add(against_own(stated, list, crs), result.findings);
  return crs;
}

void look_at_county(Bounds const& county, Transformation const& way, CornerList const& list, Findings& findings) {
  auto const centre = way.forward(bounds_of_corners(list).centre());
  bool const inside = county.contains(centre);
  findings.push_back({inside ? "corner.in_county" : "corner.outside_county",
                      inside ? Severity::info : Severity::warning,
                      std::filesystem::path(list.shown).stem().string(),
                      "",
                      {printed(centre.x, 4), printed(centre.y, 4)}});
}

// Which numbers of the workspace carry corners of an old datum over.
void say_parameters(IntakePlan const& plan, Transformation const& way, std::string const& shown, Findings& findings) {
  auto const datum = to_string(way.crs().datum());
  auto const used = std::find_if(plan.datum_parameters.begin(), plan.datum_parameters.end(),
                                 [&](DatumParameters const& p) { return p.datum == datum; });
  if (used == plan.datum_parameters.end()) return;
  findings.push_back({"corner.datum_moved",
                      Severity::info,
                      std::filesystem::path(shown).stem().string(),
                      "",
                      {way.crs().name(), std::to_string(used->values.size()), datum}});
}

}  // namespace

std::string lower_ending(std::string const& path) {
  return small_letters(std::filesystem::path(path).extension().string());
}

// A given CRS is the user's word; only what cannot be in it at all is refused.
void weigh_crs(Crs const& crs, CornerList const& placed, Language language, Findings& findings) {
  auto d = doubt(crs, bounds_of_corners(placed));
  if (!d) return;
  d->args.back() = placed.shown + ": ";
  if (d->certain)
    throw Error(ErrorKind::input, "corner.crs_contradicted", {render(Message{d->code, d->args}, language)});
  findings.push_back({d->code, Severity::warning, std::filesystem::path(placed.shown).stem().string(), "", d->args});
}

std::optional<Transformation> way_to_lonlat(Crs const& crs, std::vector<DatumParameters> const& parameters) {
  try {
    return Transformation(crs, parameters);
  } catch (Error const& e) {
    if (e.message().key == "crs.datum_needs_parameters") return std::nullopt;
    throw;
  }
}

std::string code_or_name(Crs const& crs) { return crs.code().empty() ? crs.name() : crs.code(); }

IntakeInput read_intake(IntakePlan const& plan) {
  if (is_offset_system(plan.crs)) throw Error(ErrorKind::input, "corner.offset_system", {plan.source, plan.crs});
  auto input = read_input(plan);
  bool const features = input.list.form == CornerForm::features;
  if (!features) refuse_failed_lines(input.list, plan.language, plan.spare_parcels);
  tell_apart(input.list);
  return input;
}

Intake placed_intake(IntakePlan const& plan, IntakeInput input) {
  bool const features = input.list.form == CornerForm::features;
  Intake out;
  out.findings = input.list.findings;
  if (input.list.parcels.empty()) {  // all failed, and the caller names them
    out.list = std::move(input.list);
    return out;
  }
  bool const stated = features && (!plan.crs.empty() || !input.crs.empty());
  out.crs = stated ? of_features(plan, input.crs, input.list, out) : of_list(plan, input.list, out);
  auto const way = way_to_lonlat(out.crs, plan.datum_parameters);
  if ((stated || !plan.crs.empty()) && way && plan.hints.county)
    look_at_county(*plan.hints.county, *way, input.list, out.findings);
  if (way) say_parameters(plan, *way, input.list.shown, out.findings);
  auto const units = settle_areas(input.list, out.crs, way ? &*way : nullptr);
  out.findings.insert(out.findings.end(), units.begin(), units.end());
  auto const checked = check_corners(input.list, out.crs, way ? &*way : nullptr);
  out.findings.insert(out.findings.end(), checked.begin(), checked.end());
  auto const numbers = features ? Findings{} : look_at_numbers(input.list);
  out.findings.insert(out.findings.end(), numbers.begin(), numbers.end());
  settle_by_area(input.list, out.findings);
  out.list = std::move(input.list);
  out.bytes = std::move(input.bytes);
  return out;
}

}  // namespace redline
