// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/cut_members.hpp"

#include <algorithm>
#include <set>

namespace redline {
namespace {

constexpr char const* DEGREES_OF_BLOCKS = "EPSG:4490";

using LicenceOfFile = std::pair<std::string, std::string>;

LicenceOfFile licence_of_file(Application const& a) { return {a.file, a.attributes.licence_no}; }

bool not_applied_for(Application const& a) {
  return std::any_of(a.findings.begin(), a.findings.end(), [](Finding const& f) {
    return f.code == "screen.outline_before" || f.code == "screen.outline_beside";
  });
}

CutFate fate_of(Application const& a) {
  if (not_applied_for(a)) return CutFate::not_applied_for;
  if (!a.cut) return CutFate::unchanged;
  if (a.cut->outcome == "staked") return CutFate::cut;
  return a.cut->outcome == "nothing_left" ? CutFate::nothing_left : CutFate::failed;
}

std::string crs_of(CutMember const& m) { return m.fate == CutFate::cut ? m.application->cut->crs : m.application->crs; }

std::string crs_of_list(std::vector<CutMember> const& members) {
  for (auto const fate : {CutFate::cut, CutFate::unchanged})
    for (auto const& m : members)
      if (m.fate == fate && m.of_cut) return crs_of(m);
  return {};
}

void place(CutMember& m, CutMembers& all) {
  bool const degrees = m.of_cut && m.fate == CutFate::unchanged && all.crs == DEGREES_OF_BLOCKS;
  if (!m.in_list() || degrees || crs_of(m) == all.crs) return;
  if (m.of_cut)
    all.other_crs = crs_of(m);
  else
    m.fate = CutFate::elsewhere;
}

}  // namespace

bool CutMembers::written() const { return !crs.empty(); }

CutMembers cut_members(Screening const& s) {
  CutMembers out;
  std::set<LicenceOfFile> cut;
  for (auto const& a : s.applications) {
    out.members.push_back({&a, fate_of(a)});
    if (a.cut && out.members.back().fate != CutFate::not_applied_for) cut.insert(licence_of_file(a));
  }
  out.any_cut = !cut.empty();
  for (auto& m : out.members) m.of_cut = cut.count(licence_of_file(*m.application)) > 0;
  out.crs = crs_of_list(out.members);
  for (auto& m : out.members) place(m, out);
  return out;
}

}  // namespace redline
