// What is done so far by subject, of rows that name no site: they speak of the whole reserve, but two that differ in
// what they count, in cause, programme, zone or subject speak of different work, and take nobody's place but their own.
// Rows of a site have one topic. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/restoration/states.hpp"

namespace redline {

bool other_topic(RestorationRecord const& a, RestorationRecord const& b);

struct Topic {
  RestorationRecord const* last = nullptr;
  States states;
  States::Sum sum = {};
  Amount before;  // what stood of it before the day of its states
};

class Topics {
 public:
  // That of r, in the place of all that it speaks of; `doubtful`: the first of it, and another report spoke of a topic
  // that differs in its subject alone.
  Topic& of(RestorationRecord const& r, bool& doubtful);
  States::Sum others(RestorationRecord const& r) const;
  void clear() { m_topics.clear(); }

 private:
  std::vector<Topic> m_topics;
};

}  // namespace redline
