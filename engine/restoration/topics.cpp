// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/topics.hpp"

#include <algorithm>

namespace redline {
namespace {

using Record = RestorationRecord;

bool differ(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

bool other_kind(Record const& a, Record const& b) {
  return differ(a.kind, b.kind) || differ(a.programme, b.programme) || differ(a.zone, b.zone) ||
         differ(a.measure, b.measure);
}

}  // namespace

bool other_topic(Record const& a, Record const& b) {
  return a.site.empty() && b.site.empty() && (other_kind(a, b) || differ(a.subject, b.subject));
}

Topic& Topics::of(Record const& r, bool& doubtful) {
  auto const same = [&](Topic const& t) { return !other_topic(*t.last, r); };
  auto const first = std::find_if(m_topics.begin(), m_topics.end(), same);
  doubtful = first == m_topics.end() && std::any_of(m_topics.begin(), m_topics.end(), [&](Topic const& t) {
               return t.last->source != r.source && !other_kind(*t.last, r);
             });
  if (first == m_topics.end()) return m_topics.emplace_back(Topic{&r, {}, {}, {}});
  first->last = &r;
  m_topics.erase(std::remove_if(first + 1, m_topics.end(), same), m_topics.end());
  return *first;
}

States::Sum Topics::others(Record const& r) const {
  States::Sum out;
  for (auto const& t : m_topics)
    if (other_topic(*t.last, r)) out.all += t.sum.all, out.once += t.sum.once;
  return out;
}

}  // namespace redline
