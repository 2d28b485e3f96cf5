// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/from_features.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "engine/geometry/closed_lines.hpp"
#include "layers/corners/drawn_pieces.hpp"
#include "layers/corners/feature_fields.hpp"

namespace redline {
namespace {

CornerRing ring_of(Ring const& ring) {
  CornerRing out;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    auto name = "J" + std::to_string(i + 1);
    out.corners.push_back({std::move(name), ring[i].x, ring[i].y, 0, 0});
  }
  return out;
}

// The ring that a line makes whose last point is its first one, as phones draw boundaries.
std::optional<Ring> closed_line(Coordinates const& c) {
  if (c.dimension != 1 || c.parts.size() != 1 || c.parts[0].size() != 1) return std::nullopt;
  return is_closed(c.parts[0][0]) ? std::optional(c.parts[0][0]) : std::nullopt;
}

constexpr std::size_t FEATURES_SHOWN = 5;

[[noreturn]] void refuse(char const* key, std::string const& shown, std::size_t number) {
  throw Error(ErrorKind::input, key, {shown, std::to_string(number)});
}

// What the reader knows to be wrong with a geometry is said; without one there is nothing to say.
void refuse_unusable(RawFeature const& f, std::string const& shown, std::size_t number, Language language) {
  auto const& problem = f.geometry_problem;
  if (!problem.key.empty())
    throw Error(ErrorKind::input, "corner.unusable", {shown, std::to_string(number), render(problem, language)});
  if (f.wkb.empty()) refuse("corner.not_polygon", shown, number);
}

std::vector<CornerRing> rings_of(RawFeature const& f, std::string const& shown, std::size_t number, Language language,
                                 Findings& said) {
  std::vector<CornerRing> out;
  refuse_unusable(f, shown, number, language);
  auto const c = coordinates(Geometry::from_wkb(f.wkb));
  if (auto ring = closed_line(c)) {
    out.push_back(ring_of(*ring));
    said.push_back({"corner.line_closed", Severity::info, "", "", {std::to_string(number)}});
    return out;
  }
  if (c.dimension == 1) refuse("corner.line_not_polygon", shown, number);
  if (c.dimension == 0) refuse("corner.point_not_polygon", shown, number);
  if (c.dimension != 2 || c.parts.empty()) refuse("corner.not_polygon", shown, number);
  for (auto const& part : c.parts)
    for (auto const& ring : part) out.push_back(ring_of(ring));
  return out;
}

// Of the boundaries whose first piece it is.
std::vector<CornerRing> rings_of(DrawnPieces const& drawn, std::size_t number) {
  std::vector<CornerRing> out;
  for (auto const& ring : drawn.rings.at(number)) out.push_back(ring_of(ring));
  return out;
}

// The same of one among others, without the name of the file.
Message spared(Message const& said) { return {said.key + ".spared", {said.args.begin() + 1, said.args.end()}}; }

bool only_points(CornerList const& list) {
  constexpr std::size_t FEWEST = 3;
  auto const& failed = list.failed_parcels;
  return list.parcels.empty() && failed.size() >= FEWEST &&
         std::all_of(failed.begin(), failed.end(),
                     [](auto const& p) { return p.why.key == "corner.point_not_polygon.spared"; });
}

// A lone one says what is wrong for itself; of several each is named, and none of them is read without the others.
void refuse_failed(CornerList const& list, Error const& only, bool spare_parcels, Language language) {
  auto const& failed = list.failed_parcels;
  if (only_points(list))
    throw Error(ErrorKind::input, "corner.points_only", {list.shown, std::to_string(failed.size())});
  if (spare_parcels && (!list.parcels.empty() || failed.size() > 1)) return;
  if (failed.size() == 1) throw Error(only);
  std::string said;
  for (std::size_t i = 0; i < std::min(failed.size(), FEATURES_SHOWN); ++i)
    said += "\n  " + render(failed[i].why, language);
  throw Error(ErrorKind::input, "corner.features_failed", {list.shown, std::to_string(failed.size()), said});
}

}  // namespace

FeatureCorners corners_of_features(SourceOptions const& options, Language language, bool spare_parcels) {
  auto const source = open_source(options);
  auto const drawn = drawn_pieces(*source);
  FeatureCorners out;
  FeatureFields fields(*source, out.list.findings);
  out.crs = source->crs_text();
  out.list.shown = source->path();
  out.list.form = CornerForm::features;
  out.list.order = AxisOrder::east_first;
  std::optional<Error> refused;
  std::size_t number = 0;
  Findings closed = drawn.findings;
  for (RawFeature f; source->next(f); f = {}) {
    Parcel p;
    fields.describe(p, f, closed);
    p.number = ++number;
    bool const piece = drawn.features.count(number) > 0;
    if (piece && !drawn.rings.count(number)) continue;
    try {
      p.rings = piece ? rings_of(drawn, number) : rings_of(f, source->path(), number, language, closed);
      out.list.parcels.push_back(std::move(p));
    } catch (Error const& e) {
      if (!refused) refused = e;
      auto const title = !p.id.empty() ? p.id : !p.name.empty() ? p.name : std::to_string(number);
      out.list.failed_parcels.push_back({title, 0, spared(e.message())});
    }
  }
  if (refused) refuse_failed(out.list, *refused, spare_parcels, language);
  if (auto unused = fields.unused()) out.list.findings.push_back(std::move(*unused));
  auto const of_source = source->findings();
  out.list.findings.insert(out.list.findings.end(), of_source.begin(), of_source.end());
  out.list.findings.insert(out.list.findings.end(), closed.begin(), closed.end());
  if (number == 0) throw Error(ErrorKind::input, "corner.empty", {out.list.shown});
  return out;
}

}  // namespace redline
