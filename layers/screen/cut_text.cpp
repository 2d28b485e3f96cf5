// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/cut_text.hpp"

#include <algorithm>
#include <map>

#include "engine/core/error.hpp"
#include "layers/corners/from_cut.hpp"
#include "layers/corners/write_baopan.hpp"
#include "layers/screen/cut_members.hpp"

namespace redline {
namespace {

constexpr int FORM_DECIMALS = 2, FINEST_DECIMALS = 3;
constexpr std::size_t SHOWN_UNCHANGED = 10;

// Its own number, unless another parcel of the list has the same.
Parcel named_parcel(CutMember const& m, std::map<std::string, int> const& ids) {
  auto const& f = m.application->fields;
  Parcel out;
  out.id = ids.at(f.id) > 1 ? m.application->attributes.id : f.id;
  out.name = f.name, out.sheet = f.sheet, out.use = f.use, out.land_class = f.land_class, out.more = f.more;
  return out;
}

Parcel cut_parcel(CutMember const& m, Parcel named) {
  auto const& c = *m.application->cut;
  StakedCut staked;
  staked.rings = c.rings, staked.part_of = c.part_of, staked.crs = c.crs;
  return corners_of_cut(staked, std::move(named)).parcels.front();
}

// As it was given; in degrees where the list is.
Parcel unchanged_parcel(CutMember const& m, Parcel out, bool in_degrees) {
  if (!in_degrees) out.declared_area = m.application->fields.hectares;
  for (auto const& part : m.application->parts)
    for (auto const& ring : part.rings) {
      auto& r = out.rings.emplace_back();
      r.mark = std::to_string(out.rings.size()), r.said_hole = ring.hole;
      for (auto const& c : ring.corners) {
        auto const& at = in_degrees ? c.lonlat : c.given;
        r.corners.push_back({c.name.empty() ? "J" + std::to_string(r.corners.size() + 1) : c.name, at.x, at.y, 0,
                             in_degrees ? 0 : m.application->fields.decimals});
      }
    }
  return out;
}

std::string id_of(Application const& a) {
  auto const& t = a.attributes;
  return t.name.empty() || t.name == t.id ? t.id : t.id + " " + t.name;
}

std::vector<std::string> ids_of(CutMembers const& all, CutFate fate) {
  std::vector<std::string> out;
  for (auto const& m : all.members)
    if (m.fate == fate) out.push_back(id_of(*m.application));
  return out;
}

// All that is left out is named; of what stays as it is the first.
Message told(char const* key, std::vector<std::string> const& ids, bool all_of_them) {
  std::string named;
  for (std::size_t i = 0; i < ids.size() && (all_of_them || i < SHOWN_UNCHANGED); ++i)
    named += (i == 0 ? "" : "; ") + ids[i];
  if (!all_of_them && ids.size() > SHOWN_UNCHANGED) named += "; …";
  return {key, {std::to_string(ids.size()), named}};
}

}  // namespace

bool any_cut(Screening const& s) { return cut_members(s).written(); }

std::string cut_text(Screening const& s, std::string const& shown, Findings& said) {
  auto const all = cut_members(s);
  if (!all.written()) return {};
  if (!all.other_crs.empty()) throw Error(ErrorKind::input, "screen.cut_two_crs", {all.crs, all.other_crs});
  CornerList list;
  list.shown = shown, list.form = CornerForm::features, list.order = AxisOrder::east_first;
  std::map<std::string, int> ids;
  int decimals = FORM_DECIMALS;
  for (auto const& m : all.members)
    if (m.in_list()) {
      ++ids[m.application->fields.id];
      if (m.fate == CutFate::unchanged) decimals = std::max(decimals, m.application->fields.decimals);
    }
  for (auto const& m : all.members)
    if (m.in_list()) {
      auto named = named_parcel(m, ids);
      bool const degrees = m.application->crs != all.crs;
      list.parcels.push_back(m.fate == CutFate::cut ? cut_parcel(m, std::move(named))
                                                    : unchanged_parcel(m, std::move(named), degrees));
    }
  auto const crs = Crs::parse(all.crs);
  if (decimals >= FINEST_DECIMALS && crs.projected()) list.header.emplace_back("精度", "0.001");
  return baopan_text(list, crs, shown, said);
}

std::vector<Message> cut_sentences(Screening const& s) {
  auto const all = cut_members(s);
  if (!all.any_cut) return {};
  std::vector<Message> out;
  for (auto const& [fate, key] : {std::pair{CutFate::unchanged, "screen.cut_unchanged"},
                                  {CutFate::nothing_left, "screen.cut_nothing_left"},
                                  {CutFate::failed, "screen.cut_not_found"},
                                  {CutFate::not_applied_for, "screen.cut_not_applied_for"},
                                  {CutFate::elsewhere, "screen.cut_elsewhere"}}) {
    auto const ids = ids_of(all, fate);
    if (ids.empty() || (fate == CutFate::unchanged && !all.written())) continue;
    out.push_back(told(key, ids, fate != CutFate::unchanged));
  }
  if (!s.failed.empty()) out.push_back({"screen.cut_unread", {std::to_string(s.failed.size())}});
  return out;
}

}  // namespace redline
