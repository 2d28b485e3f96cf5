// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/from_features.hpp"

#include <algorithm>
#include <array>

#include "engine/core/error.hpp"
#include "engine/geometry/coordinates.hpp"
#include "layers/corners/right_kind.hpp"

namespace redline {
namespace {

constexpr std::array<char const*, 7> IDS{"地块编号", "parcel", "DKBH", "XKZH", "许可证号", "id", "BH"};
constexpr std::array<char const*, 8> NAMES{"地块名称", "parcel_name", "DKMC", "KSMC",
                                           "矿山名称", "name",        "名称", "Name"};

template <std::size_t N>
int field_index(std::vector<FieldInfo> const& fields, std::array<char const*, N> const& wanted) {
  for (auto const* name : wanted)
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (fields[i].name == name) return static_cast<int>(i);
  return -1;
}

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
  constexpr std::size_t FEWEST = 4;
  if (c.dimension != 1 || c.parts.size() != 1 || c.parts[0].size() != 1) return std::nullopt;
  auto const& line = c.parts[0][0];
  bool const closed = line.size() >= FEWEST && line.front().x == line.back().x && line.front().y == line.back().y;
  return closed ? std::optional(line) : std::nullopt;
}

constexpr std::size_t FEATURES_SHOWN = 5;

[[noreturn]] void refuse(char const* key, std::string const& shown, std::size_t number) {
  throw Error(ErrorKind::input, key, {shown, std::to_string(number)});
}

Parcel parcel_of(RawFeature const& f, std::string const& shown, std::size_t number, Findings& said) {
  Parcel p;
  if (f.wkb.empty() || !f.geometry_problem.key.empty()) refuse("corner.not_polygon", shown, number);
  auto const c = coordinates(Geometry::from_wkb(f.wkb));
  if (auto ring = closed_line(c)) {
    p.rings.push_back(ring_of(*ring));
    said.push_back({"corner.line_closed", Severity::info, "", "", {std::to_string(number)}});
    return p;
  }
  if (c.dimension == 1) refuse("corner.line_not_polygon", shown, number);
  if (c.dimension == 0) refuse("corner.point_not_polygon", shown, number);
  if (c.dimension != 2 || c.parts.empty()) refuse("corner.not_polygon", shown, number);
  for (auto const& part : c.parts)
    for (auto const& ring : part) p.rings.push_back(ring_of(ring));
  return p;
}

// A lone one says what is wrong for itself; of several each is named, and none of them is read without the others.
void refuse_failed(CornerList const& list, Error const& only, bool spare_parcels, Language language) {
  auto const& failed = list.failed_parcels;
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
  std::array const wanted{field_index(source->fields(), IDS), field_index(source->fields(), NAMES)};
  std::vector<int> selected;
  for (int const i : wanted)
    if (i >= 0) selected.push_back(i);
  auto const before_kinds = selected.size();
  for (std::size_t i = 0; i < source->fields().size(); ++i)
    if (names_kinds(source->fields()[i].name)) selected.push_back(static_cast<int>(i));
  source->select(selected);
  FeatureCorners out;
  out.crs = source->crs_text();
  out.list.shown = source->path();
  out.list.form = CornerForm::features;
  out.list.order = AxisOrder::east_first;
  std::optional<Error> refused;
  std::size_t number = 0;
  Findings closed;
  for (RawFeature f; source->next(f); f = {}) {
    std::size_t at = 0;
    auto const id = wanted[0] >= 0 ? f.values[at++].value_or("") : "",
               name = wanted[1] >= 0 ? f.values[at].value_or("") : "";
    try {
      auto p = parcel_of(f, source->path(), ++number, closed);
      p.id = id, p.name = name, p.number = number;
      for (auto i = before_kinds; i < selected.size() && p.kind.empty(); ++i)
        p.kind = right_kind(f.values[i].value_or(""));
      out.list.parcels.push_back(std::move(p));
    } catch (Error const& e) {
      if (!refused) refused = e;
      auto const title = !id.empty() ? id : !name.empty() ? name : std::to_string(number);
      out.list.failed_parcels.push_back({title, 0, {e.message().key + ".spared", {std::to_string(number)}}});
    }
  }
  if (refused) refuse_failed(out.list, *refused, spare_parcels, language);
  out.list.findings = source->findings();
  out.list.findings.insert(out.list.findings.end(), closed.begin(), closed.end());
  if (number == 0) throw Error(ErrorKind::input, "corner.empty", {out.list.shown});
  return out;
}

}  // namespace redline
