// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/report_sums.hpp"

#include <algorithm>

#include "engine/restoration/periods.hpp"

namespace redline {

std::optional<Date> report_day(RestorationRecord const& r) {
  if (!r.wkb.empty()) return std::nullopt;
  if (r.basis == Basis::reported) return standing_day(r);
  return r.basis == Basis::dated || r.basis == Basis::piece ? r.reported : std::nullopt;
}

bool dated_again(RestorationRecord const& a, RestorationRecord const& b) {
  bool const dated = a.reported && b.reported && report_day(a) && report_day(b) && report_day(a) != report_day(b);
  return dated && a.amount == b.amount && same_words(a, b);
}

std::optional<Amount> ReportSums::known(RestorationRecord const& r, Amount amount, Amount all, bool held,
                                        bool later) const {
  auto const day = report_day(r);
  if (!day) return std::nullopt;
  Report own{*day, {}, {}};
  bool another = held, latest = true;
  for (auto const& x : m_reports) {
    if (x.day == *day) own = x;
    another = another || x.day != *day, latest = latest && x.day <= *day;
  }
  if (!another || all <= own.told) return std::nullopt;
  auto const untold = all - own.told;  // by this report
  if (latest && later && own.again.zero() && amount < untold) return std::nullopt;
  return std::min(amount, untold);
}

bool ReportSums::before_others(RestorationRecord const& r) const {
  auto const day = report_day(r);
  return day && std::any_of(m_reports.begin(), m_reports.end(), [&](auto const& x) { return x.day > *day; });
}

void ReportSums::say(RestorationRecord const& r, Amount amount, bool again) {
  auto const day = report_day(r);
  if (!day) return;
  auto it = std::find_if(m_reports.begin(), m_reports.end(), [&](auto const& x) { return x.day == *day; });
  if (it == m_reports.end()) it = m_reports.insert(it, {*day, {}, {}});
  it->told += amount;
  if (again) it->again += amount;
}

}  // namespace redline
