// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/imprecise_days.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "engine/restoration/none_done.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;
using Site = std::pair<std::string_view, std::string_view>;

bool done(Record const& r) { return r.stage->stage_class >= StageClass::restored; }
bool takes_away(Record const& r) { return r.stage->returns || r.stage->disturbs; }
auto place(Record const* r) { return std::tuple(*r->day, r->stage->order, r->id); }
auto length(Record const* r) {
  return std::chrono::sys_days(r->between->last) - std::chrono::sys_days(r->between->first);
}

bool same_time(Record const& a, Record const& b) {
  return a.between->first == b.between->first && a.between->last == b.between->last;
}

class SiteDays {
 public:
  explicit SiteDays(Findings& findings) : m_findings(findings) {}
  void add(Record& r) { (r.between ? m_open : m_line).push_back(&r); }

  // Months before years, so that a month can tell where a year stands; of one length by stage.
  void place_all() {
    auto const order = [](Record const* r) { return std::tuple(length(r), r->between->first, r->stage->order, r->id); };
    std::sort(m_open.begin(), m_open.end(), [&](auto* a, auto* b) { return order(a) < order(b); });
    std::sort(m_line.begin(), m_line.end(), earlier);
    for (auto from = m_open.begin(); from != m_open.end();) {
      auto const to = std::find_if(from, m_open.end(), [&](auto* r) { return !same_time(*r, **from); });
      Records last;  // of this time
      for (; from != to; ++from)
        if (!settle(**from)) last.push_back(*from);
      tell_last(last);
      take(last);
    }
    accept_again();
    for (auto& [id, finding] : m_told) m_findings.push_back(std::move(finding));
  }

 private:
  using Records = std::vector<Record*>;

  static bool earlier(Record const* a, Record const* b) { return place(a) < place(b); }

  void take(Records const& rows) {
    auto const middle = static_cast<std::ptrdiff_t>(m_line.size());
    m_line.insert(m_line.end(), rows.begin(), rows.end());
    std::inplace_merge(m_line.begin(), m_line.begin() + middle, m_line.end(), earlier);
  }

  // A year may have told since what an acceptance of one of its months accepts.
  void accept_again() {
    for (auto* r : m_open)
      if (r->stage->stage_class == StageClass::accepted && *r->day == r->between->last) {
        m_line.erase(std::find(m_line.begin(), m_line.end(), r));
        if (!settle(*r)) take({r});
      }
  }

  // Something restored that was not sent back since, before the row at `end`.
  bool stands(std::size_t end) const {
    bool out = false;
    for (std::size_t i = 0; i < end; ++i) out = (out && !m_line[i]->stage->returns) || done(*m_line[i]);
    return out;
  }

  std::vector<std::size_t> within(Record const& r) const {
    auto at =
        std::lower_bound(m_line.begin(), m_line.end(), r.between->first, [](auto* a, Date d) { return *a->day < d; });
    std::vector<std::size_t> out;
    for (; at != m_line.end() && *(*at)->day <= *r.day; ++at)
      out.push_back(static_cast<std::size_t>(at - m_line.begin()));
    return out;
  }

  // The row before which r stands; m_line.size(): none.
  std::size_t before(Record const& r, std::vector<std::size_t> const& inside) const {
    std::vector<std::size_t> later;
    std::copy_if(inside.begin(), inside.end(), std::back_inserter(later),
                 [&](auto i) { return m_line[i]->stage->order > r.stage->order; });
    auto const none = m_line.size();
    auto const first = later.empty() ? none : later.front();
    bool const accepts = r.stage->stage_class == StageClass::accepted;
    auto const fits = [&](auto i) {
      bool const speaks_of_done = done(*m_line[i]) || m_line[i]->stage->returns;
      return speaks_of_done && stands(i) == accepts;
    };
    if (done(r)) {
      auto const it = std::find_if(later.begin(), later.end(), fits);
      return it != later.end() ? *it : accepts ? none : first;
    }
    return takes_away(r) && first > 0 ? none : first;
  }

  bool settle(Record& r) {  // true: it stands before another row, and has its place
    auto const inside = within(r);
    if (inside.empty()) return false;
    auto const at = before(r, inside);
    bool const found = at < m_line.size();
    auto const* other = m_line[found ? at : inside.back()];
    tell(r, *other, inside, found);
    if (!found) return false;
    r.day = other->day;
    take({&r});
    return true;
  }

  // What takes away stands behind the work of the same month or year, of which no day is known either.
  void tell_last(Records const& rows) {
    for (auto const* r : rows) {
      auto const work = std::find_if(rows.begin(), rows.end(), [&](auto const* other) {
        return done(*other) && other->stage->order < r->stage->order;
      });
      if (takes_away(*r) && work != rows.end() && !m_told.count(r->id)) tell(*r, **work, {}, false);
    }
  }

  void tell(Record const& r, Record const& other, std::vector<std::size_t> const& inside, bool before) {
    bool const matters =
        takes_away(r) || std::any_of(inside.begin(), inside.end(), [&](auto i) { return takes_away(*m_line[i]); });
    if (!matters || r.stage == other.stage) return;
    m_told[r.id] = {
        "restoration.imprecise_day",
        Severity::info,
        std::string(r.reserve),
        std::string(r.id),
        {cited(r), to_string(r.between->first), to_string(r.between->last),
         before ? "@restoration.order.before" : "@restoration.order.after", cited(other), to_string(other.day)}};
  }

  Findings& m_findings;
  std::map<std::string_view, Finding> m_told;  // by record
  Records m_open, m_line;                      // m_line: those whose day is settled, in order
};

}  // namespace

bool place_imprecise_days(RestorationBook& book) {
  std::map<Site, SiteDays> sites;
  auto const speaks = [](Record const& r) { return r.stage && r.day && r.replaces.empty() && !says_none(r); };
  for (auto const& r : book.records)
    if (r.between && speaks(r)) sites.try_emplace({r.reserve, r.site}, book.orders);
  if (sites.empty()) return false;
  std::unordered_map<std::string_view, Date> said;  // of rows that are open
  for (auto& r : book.records) {
    if (!speaks(r)) continue;
    if (r.between) said[r.id] = *r.day;
    if (auto const it = sites.find({r.reserve, r.site}); it != sites.end()) it->second.add(r);
  }
  for (auto& [key, site] : sites) site.place_all();
  std::unordered_map<std::string_view, Date> moved;
  for (auto const& r : book.records)
    if (auto const it = said.find(r.id); it != said.end() && *r.day != it->second) moved[r.id] = *r.day;
  for (auto& r : book.records)  // the other figures of a row go with it
    if (auto const it = moved.find(row_of(r.id)); it != moved.end() && r.between && !r.stage) r.day = it->second;
  return !moved.empty();
}

}  // namespace redline
