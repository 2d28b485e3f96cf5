// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/plain_sums.hpp"

#include <algorithm>

#include "engine/restoration/report_sums.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

bool unlike(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

bool has(Record const& r, std::string_view source) {
  return r.source == source || (r.also_in && std::count(r.also_in->begin(), r.also_in->end(), source) > 0);
}

std::set<std::string_view> sources_of(Record const& r) {
  std::set<std::string_view> out{r.source};
  if (r.also_in) out.insert(r.also_in->begin(), r.also_in->end());
  return out;
}

}  // namespace

bool plain_figure(Record const& r) { return is_new(r.basis) && !of_period(r.basis) && r.wkb.empty(); }

PlainSums::Key PlainSums::key(Record const& r) {
  return {standing_day(r), report_day(r), r.basis == Basis::declared, r.item, r.subject, r.programme, r.kind, r.measure,
          r.zone,          r.said_by};
}

Amount PlainSums::Group::most() const {
  Amount out;
  for (auto const& x : reports) out = std::max(out, x.sum);
  return out + corrected;
}

void PlainSums::Group::add(Record const& r, Amount amount) {
  if (!r.replaces.empty()) return void(corrected += amount);
  auto const sources = sources_of(r);
  for (auto const source : sources) {
    auto it = std::find_if(reports.begin(), reports.end(), [&](auto const& x) { return x.source == source; });
    if (it == reports.end()) it = reports.insert(it, {source, &r, Amount{}, sources});
    it->last = &r, it->sum += amount;
    std::erase_if(it->common, [&](auto s) { return sources.count(s) == 0; });
  }
}

// A row that names neither is one of the first.
PlainSums::Voice& PlainSums::voice(Record const& r) {
  bool const apart = !r.site.empty();
  auto const same = [&](Voice const& v) {
    return !apart || !((!m_apart && unlike(v.programme, r.programme)) || unlike(v.office, r.office));
  };
  auto it = std::find_if(m_voices.begin(), m_voices.end(), same);
  if (it == m_voices.end()) it = m_voices.insert(it, {&r, r.programme, r.office, Amount{}});
  if (it->programme.empty()) it->programme = r.programme;
  if (it->office.empty()) it->office = r.office;
  it->last = &r;
  return *it;
}

// What counts, less what counted before.
Amount PlainSums::rise(Record const& r, Amount more) {
  if (r.basis == Basis::declared) return m_declared += more, more;
  auto const stood = m_most;
  auto& own = voice(r);
  own.sum += more;
  m_most = std::max(m_most, own.sum);
  return m_most - stood;
}

Amount PlainSums::say(Record const& r, Amount amount) {
  auto& group = m_groups[key(r)];
  auto const before = group.most();
  group.add(r, amount);
  return rise(r, group.most() - before);
}

Amount PlainSums::repeat(Record const& r, Record const& first) {
  auto const it = m_groups.find(key(r));
  if (it == m_groups.end() || !r.replaces.empty() || has(first, r.source)) return {};
  auto const before = it->second.most();
  it->second.add(r, *r.amount);
  return rise(r, it->second.most() - before);
}

// With the amount that counts; the first of its file alone, which may say it twice.
void PlainSums::round(Record const& r, Record const& first) {
  auto const it = m_groups.find(key(r));
  if (it == m_groups.end() || !r.replaces.empty()) return;
  auto& reports = it->second.reports;
  if (std::none_of(reports.begin(), reports.end(), [&](auto const& x) { return x.source == r.source; }))
    reports.push_back({r.source, &r, *first.amount, {r.source}});
}

bool PlainSums::beside(Record const& r) const {
  if (m_groups.empty()) return false;
  return std::none_of(m_groups.begin(), m_groups.end(), [&](auto const& g) {
    auto const& group = g.second;
    return !group.corrected.zero() || std::any_of(g.second.reports.begin(), g.second.reports.end(),
                                                  [&](auto const& x) { return has(r, x.source); });
  });
}

void PlainSums::clear() {
  m_groups.clear(), m_voices.clear();
  m_declared = m_most = {};
}

std::vector<PlainSums::Difference> PlainSums::differences() const {
  std::vector<Difference> out;
  auto const less = [](Report const& a, Report const& b) {
    return std::tie(a.sum, a.last->id) < std::tie(b.sum, b.last->id);
  };
  for (auto const& [key, group] : m_groups) {
    if (group.reports.size() < 2) continue;
    auto const [least, most] = std::minmax_element(group.reports.begin(), group.reports.end(), less);
    bool const within = least->common.count(most->source) > 0;  // the larger one has all rows of the other
    if (least->sum != most->sum && !within) out.push_back({most->last, least->last, most->sum, least->sum});
  }
  return out;
}

std::vector<PlainSums::Difference> PlainSums::overlaps() const {
  std::vector<Difference> out;
  auto const less = [](Voice const& a, Voice const& b) {
    return std::tie(a.sum, a.last->id) < std::tie(b.sum, b.last->id);
  };
  auto const most = std::max_element(m_voices.begin(), m_voices.end(), less);
  for (auto const& v : m_voices)
    if (v.last != most->last && !v.sum.zero()) out.push_back({most->last, v.last, most->sum, v.sum});
  return out;
}

}  // namespace redline
