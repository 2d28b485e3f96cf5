// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/outlines_of_file.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "layers/corners/checks.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/outline_words.hpp"

namespace redline {
namespace {

constexpr std::size_t SHOWN = 3;

OutlineOf said_of(Parcel const& p) {
  for (auto const* title : {&p.name, &p.outline, &p.worksheet})
    if (auto const of = outline_of(*title); of != OutlineOf::unsaid) return of;
  return OutlineOf::unsaid;
}

class Outlines {
 public:
  explicit Outlines(CornerList const& list) : m_list(&list) {
    for (auto const& p : list.parcels) m_of.push_back(said_of(p));
    bool const before = any(OutlineOf::before), after = any(OutlineOf::after), added = any(OutlineOf::added);
    if (added && !before && !after)
      read_untitled(OutlineOf::before);
    else if (!added && before != after)
      read_untitled(before ? OutlineOf::after : OutlineOf::before);
  }

  std::optional<Finding> find(std::size_t i) const {
    bool const versions = any(OutlineOf::before) && any(OutlineOf::after);
    if (m_of[i] == OutlineOf::added && alone(OutlineOf::added)) return std::nullopt;
    if (m_of[i] == OutlineOf::added) return added(i);
    if (m_of[i] == OutlineOf::before && any(OutlineOf::added) && !versions)
      return make("screen.outline_enlarged", i, titles(OutlineOf::added));
    if (m_of[i] == OutlineOf::beside) return beside(i);
    if (!versions) return std::nullopt;
    if (m_of[i] == OutlineOf::unsaid)
      return m_list->parcels[i].of_register ? std::nullopt : make("screen.outline_unclear", i, "");
    bool const after = m_of[i] == OutlineOf::after;
    return make(after ? "screen.outline_after" : "screen.outline_before", i,
                titles(after ? OutlineOf::before : OutlineOf::after));
  }

 private:
  void read_untitled(OutlineOf as) {
    for (std::size_t i = 0; i < m_of.size(); ++i)
      if (m_of[i] == OutlineOf::unsaid && !m_list->parcels[i].of_register) m_of[i] = as;
  }

  bool alone(OutlineOf which) const {
    return std::all_of(m_of.begin(), m_of.end(), [&](OutlineOf of) { return of == which; });
  }

  // What is applied for is more than it.
  std::optional<Finding> added(std::size_t i) const {
    auto const whole = any(OutlineOf::after) ? OutlineOf::after : OutlineOf::before;
    return make("screen.outline_added", i, titles(whole));
  }

  bool any(OutlineOf which) const { return std::find(m_of.begin(), m_of.end(), which) != m_of.end(); }

  std::optional<Finding> beside(std::size_t i) const {
    auto const ranges = static_cast<std::size_t>(std::count(m_of.begin(), m_of.end(), OutlineOf::beside));
    if (ranges == m_of.size()) return std::nullopt;
    return make("screen.outline_beside", i, "");
  }

  std::string title(std::size_t i) const {
    auto const& p = m_list->parcels[i];
    auto const own = parcel_title(p, i);
    return p.outline.empty() || p.outline == own ? own : p.outline + " " + own;
  }

  std::string titles(OutlineOf which) const {
    std::string out;
    std::size_t n = 0;
    for (std::size_t i = 0; i < m_of.size(); ++i)
      if (m_of[i] == which && ++n <= SHOWN) out += (out.empty() ? "" : ", ") + shortened(title(i));
    return n > SHOWN ? out + ", …" : out;
  }

  std::optional<Finding> make(char const* code, std::size_t i, std::string const& others) const {
    bool const plain = m_of[i] == OutlineOf::beside;
    return Finding{code, plain ? Severity::info : Severity::warning, "", "", {shortened(title(i)), others}};
  }

  CornerList const* m_list;
  std::vector<OutlineOf> m_of;
};

}  // namespace

std::optional<Finding> outline_in_file(CornerList const& list, std::size_t i) {
  return list.parcels.size() < 2 ? std::nullopt : Outlines(list).find(i);
}

}  // namespace redline
