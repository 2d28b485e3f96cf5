// The same figure of one day, under two site names of one reserve, from two sources (file, document, office or item):
// it may be one piece of work under two names. Figures of fewer than five digits say so only where one name holds the
// other (磁海铁矿, 哈密磁海铁矿). The first counts, the other one is taken for part of it, unless each of the sites has
// its own figure of what must be restored there; either way a person is asked (restoration.may_overlap).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_set>

#include "engine/restoration/relations.hpp"

namespace redline {

class EqualClaims {
 public:
  // `records`: of one reserve, in force and in order.
  EqualClaims(std::vector<RestorationRecord const*> const& records, Relations const& relations);
  bool contained(RestorationRecord const& r) const { return m_contained.count(&r) > 0; }
  Findings const& findings() const { return m_findings; }

 private:
  void tell(RestorationRecord const& first, RestorationRecord const& r, bool both);

  std::unordered_set<RestorationRecord const*> m_contained;
  Findings m_findings;
};

}  // namespace redline
