// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/plausible.hpp"

#include <algorithm>

namespace redline {
namespace {

struct Figure {
  char const* what;
  std::optional<Amount> amount;
};

// The largest of them, if it is larger than the reserve.
bool tell(ReserveStatus& r, std::string_view record, std::string const& of, std::initializer_list<Figure> figures) {
  auto const area = Amount::from_double(*r.reserve.area_m2);
  auto const most = *std::max_element(figures.begin(), figures.end(),
                                      [](auto const& a, auto const& b) { return a.amount < b.amount; });
  if (!most.amount || *most.amount <= area) return false;
  r.findings.push_back({"restoration.exceeds_reserve",
                        Severity::warning,
                        r.reserve.id,
                        std::string(record),
                        {of, std::string("@restoration.figure.") + most.what, most.amount->decimal(), area.decimal()}});
  return true;
}

}  // namespace

void check_plausible(ReserveStatus& r) {
  if (!r.reserve.area_m2) return;
  bool told = false;
  for (auto const& s : r.site_rows) {
    auto const of = s.site.empty() ? "@restoration.reserve_itself" : std::string(s.site);
    told |= tell(r, s.last_record, of, {{"claimed", s.claimed}, {"required", s.required}, {"disturbed", s.disturbed}});
  }
  if (!told) tell(r, "", "@restoration.reserve_itself", {{"claimed", r.claimed}, {"required", r.required}});
}

}  // namespace redline
