// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/settled_areas.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace redline {
namespace {

constexpr double SAME = 1e-3;

class Settling {
 public:
  explicit Settling(std::vector<SaidArea> const& said)
      : m_any(count(said, AreaOf::parcel) + count(said, AreaOf::outer) + count(said, AreaOf::net) > 0),
        m_nets(count(said, AreaOf::net)) {
    for (auto const& a : said) take(a);
    end_group();
  }

  SettledAreas work() { return std::move(m_out); }

 private:
  static long count(std::vector<SaidArea> const& said, AreaOf of) {
    return std::count_if(said.begin(), said.end(), [&](SaidArea const& a) { return a.of == of; });
  }

  void take(SaidArea const& a) {
    if (a.of == AreaOf::other || (a.of == AreaOf::unknown && m_any)) return m_out.left.push_back(a);
    if (a.of == AreaOf::deducted) return m_deducted.push_back(a);
    if (a.of == AreaOf::net || is_net(a)) return net(a);
    if (!m_deducted.empty()) end_group();
    m_out.kept.push_back(a);
  }

  SaidArea* outer() { return m_out.kept.size() > m_begin ? &m_out.kept.back() : nullptr; }

  SaidArea deducted() const {
    SaidArea out;
    for (auto const& d : m_deducted) out.m2 += d.m2, out.step_m2 += d.step_m2;
    return out;
  }

  // Called so or not, it is what is left.
  bool is_net(SaidArea const& a) {
    auto const* o = outer();
    auto const less = deducted();
    return o != nullptr && less.m2 > 0 && same_area_said(o->m2 - less.m2, a.m2, o->step_m2 + less.step_m2 + a.step_m2);
  }

  void net(SaidArea a) {
    auto const less = deducted();
    if (auto* o = outer(); o != nullptr && (!m_deducted.empty() || m_nets == 1)) {
      bool const agree =
          m_deducted.empty() || same_area_said(o->m2 - less.m2, a.m2, o->step_m2 + less.step_m2 + a.step_m2);
      if (agree)
        a.total = a.total || o->total, m_out.kept.pop_back();
      else
        o->m2 -= less.m2;
    }
    m_out.kept.push_back(std::move(a));
    m_begin = m_out.kept.size(), m_deducted.clear();
  }

  void end_group() {
    if (auto* o = outer())
      o->less_m2 = deducted().m2;
    else
      m_out.left.insert(m_out.left.end(), m_deducted.begin(), m_deducted.end());
    m_begin = m_out.kept.size(), m_deducted.clear();
  }

  bool m_any;
  long m_nets;
  SettledAreas m_out;
  std::vector<SaidArea> m_deducted;
  std::size_t m_begin = 0;  // of what is said since the last net area
};

}  // namespace

bool same_area_said(double a, double b, double step) {
  return std::abs(a - b) <= std::max(SAME * b, step * (1 + SAME));
}

SettledAreas settled_areas(std::vector<SaidArea> const& said) { return Settling(said).work(); }

}  // namespace redline
