// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/from_features.hpp"

#include <algorithm>
#include <array>

#include "engine/core/error.hpp"
#include "engine/geometry/coordinates.hpp"
#include "layers/corners/right_kind.hpp"
#include "layers/run/columns.hpp"

namespace redline {
namespace {

constexpr std::array<char const*, 7> IDS{"地块编号", "parcel", "DKBH", "XKZH", "许可证号", "id", "BH"};
constexpr std::array<char const*, 8> NAMES{"地块名称", "parcel_name", "DKMC", "KSMC",
                                           "矿山名称", "name",        "名称", "Name"};

constexpr char const *ID = "id", *NAME = "name", *KIND = "kind of right ";

template <std::size_t N>
void find_field(std::vector<FieldInfo> const& fields, std::array<char const*, N> const& wanted, char const* meaning,
                FieldMap& out) {
  for (auto const* name : wanted)
    for (auto const& f : fields)
      if (f.name == name) return void(out.fields[meaning] = f.name);
}

// The fields of registers, and the one that tells applications apart.
FieldMap meanings_of(std::vector<FieldInfo> const& fields, Findings& findings) {
  Findings found;
  auto out = recognise(fields, FieldRole::activities, {}, found);
  for (auto& f : found)
    if (f.severity != Severity::info) findings.push_back(std::move(f));
  for (auto const* meaning : {ID, NAME}) out.fields.erase(meaning);
  find_field(fields, IDS, ID, out), find_field(fields, NAMES, NAME, out);
  for (std::size_t i = 0, k = 0; i < fields.size(); ++i)
    if (names_kinds(fields[i].name)) out.fields[KIND + std::to_string(k++)] = fields[i].name;
  return out;
}

constexpr std::array<std::array<char const*, 2>, 4> AREAS{
    {{"declared_km2", "km2"}, {"declared_ha", "hm2"}, {"declared_m2", "m2"}, {"declared_mu", "亩"}}};

void describe(Parcel& p, Columns const& columns, RawFeature const& f) {
  p.of_register = true;
  for (std::size_t i = 0; p.kind.empty() && columns.has(KIND + std::to_string(i)); ++i)
    p.kind = right_kind(columns.text(KIND + std::to_string(i), f));
  p.licence_no = columns.text("licence_no", f), p.holder = columns.text("holder", f);
  p.mineral = columns.text("mineral", f);
  for (auto const& [meaning, unit] : AREAS)
    if (p.declared_area.empty() && columns.number(meaning, f).value_or(0) > 0)
      p.declared_area = columns.text(meaning, f), p.area_unit = unit;
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

// What the reader knows to be wrong with a geometry is said; without one there is nothing to say.
void refuse_unusable(RawFeature const& f, std::string const& shown, std::size_t number, Language language) {
  auto const& problem = f.geometry_problem;
  if (!problem.key.empty())
    throw Error(ErrorKind::input, "corner.unusable", {shown, std::to_string(number), render(problem, language)});
  if (f.wkb.empty()) refuse("corner.not_polygon", shown, number);
}

Parcel parcel_of(RawFeature const& f, std::string const& shown, std::size_t number, Language language, Findings& said) {
  Parcel p;
  refuse_unusable(f, shown, number, language);
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
  FeatureCorners out;
  Columns const columns(meanings_of(source->fields(), out.list.findings), *source);
  out.crs = source->crs_text();
  out.list.shown = source->path();
  out.list.form = CornerForm::features;
  out.list.order = AxisOrder::east_first;
  std::optional<Error> refused;
  std::size_t number = 0;
  Findings closed;
  for (RawFeature f; source->next(f); f = {}) {
    auto const id = columns.text(ID, f), name = columns.text(NAME, f);
    try {
      auto p = parcel_of(f, source->path(), ++number, language, closed);
      p.id = id, p.name = name, p.number = number;
      describe(p, columns, f);
      out.list.parcels.push_back(std::move(p));
    } catch (Error const& e) {
      if (!refused) refused = e;
      auto const title = !id.empty() ? id : !name.empty() ? name : std::to_string(number);
      out.list.failed_parcels.push_back({title, 0, spared(e.message())});
    }
  }
  if (refused) refuse_failed(out.list, *refused, spare_parcels, language);
  auto const of_source = source->findings();
  out.list.findings.insert(out.list.findings.end(), of_source.begin(), of_source.end());
  out.list.findings.insert(out.list.findings.end(), closed.begin(), closed.end());
  if (number == 0) throw Error(ErrorKind::input, "corner.empty", {out.list.shown});
  return out;
}

}  // namespace redline
