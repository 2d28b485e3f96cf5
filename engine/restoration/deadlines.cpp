// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/deadlines.hpp"

#include <algorithm>

#include "engine/restoration/settle.hpp"

namespace redline {
namespace {

class Deadlines {
 public:
  Deadlines(ReserveStatus& r, KnownGround const& known, Date as_of) : m_reserve(r), m_known(known), m_as_of(as_of) {}

  void check() {
    for (auto& s : m_reserve.site_rows) {
      bool const may_be = s.counts_as_site || s.site.empty();
      s.overdue = may_be && s.deadline && *s.deadline < m_as_of && !(s.site.empty() ? whole_done(s) : done(s));
      if (!s.overdue) continue;
      ++m_reserve.overdue;
      auto const name = s.site.empty() ? "@restoration.reserve_itself" : std::string(s.site);
      m_reserve.findings.push_back({"restoration.deadline_passed",
                                    Severity::warning,
                                    m_reserve.reserve.id,
                                    std::string(s.last_record),
                                    {name, to_string(*s.deadline)}});
    }
  }

 private:
  bool done(SiteTally const& s) const {
    if (s.remaining) return s.remaining->zero();
    if (m_known.measured.count({m_reserve.reserve.id, s.site})) return drawn_done(s);
    if (!s.accepted.zero()) return s.accepted >= s.required.value_or(s.claimed);
    return s.stage && s.stage->stage_class == StageClass::accepted;
  }

  // Nothing is known to be required: all ground of the site stands accepted.
  bool drawn_done(SiteTally const& s) const {
    if (s.accepted.zero() || !m_reserve.ground) return false;
    auto const& ground = m_reserve.ground->of_site;
    auto const it = ground.find(s.site);
    if (it == ground.end()) return true;
    auto const open = Amount::from_double(it->second.open);
    return no_debt(open - std::min(open, narrow_open(m_reserve, s)), s.accepted);
  }

  bool whole_done(SiteTally const& whole) const {
    if (m_reserve.remaining) return m_reserve.remaining->zero();
    bool any = false, all = true;
    for (auto const& s : m_reserve.site_rows)
      if (s.counts_as_site) any = true, all = all && done(s);
    return done(whole) || (any && all);
  }

  ReserveStatus& m_reserve;
  KnownGround const& m_known;
  Date m_as_of;
};

}  // namespace

void check_deadlines(ReserveStatus& r, KnownGround const& known, Date as_of) { Deadlines(r, known, as_of).check(); }

}  // namespace redline
