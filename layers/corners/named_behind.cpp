// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/named_behind.hpp"

#include <algorithm>

#include "layers/corners/no_corners.hpp"
#include "layers/corners/ring_area.hpp"

namespace redline {

void NamedBehind::note(int line, std::string const& words) {
  if (names_no_corner(words, true)) m_words[line] = words;
}

void NamedBehind::tell(CornerList const& list, LineBook& book) const {
  if (m_words.empty()) return;
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings) tell(r, book);
}

void NamedBehind::tell(CornerRing const& ring, LineBook& book) const {
  auto const named = [&](Corner const& c) { return m_words.count(c.line) > 0; };
  auto const first = std::find_if(ring.corners.begin(), ring.corners.end(), named);
  bool const enough = first - ring.corners.begin() >= static_cast<std::ptrdiff_t>(FEWEST_CORNERS);
  if (first != ring.corners.end() && enough && std::all_of(first, ring.corners.end(), named))
    book.find("corner.last_named", Severity::warning, first->line, {m_words.at(first->line)});
}

}  // namespace redline
