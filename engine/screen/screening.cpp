// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/screening.hpp"

#include <algorithm>
#include <stdexcept>

namespace redline {

AreaFigure const& AreaStatement::by(char const* method) const {
  auto const it = std::find_if(figures.begin(), figures.end(), [&](auto const& f) { return f.method == method; });
  if (it == figures.end()) throw std::logic_error(std::string("no area by the method ") + method);
  return *it;
}

double Application::counted_m2() const { return area.by(repaired ? "exact" : "tdt1055").m2; }

std::optional<Verdict> Screening::verdict() const {
  std::optional<Verdict> out;
  for (auto const& a : applications) out = more_severe(out.value_or(Verdict::clear), a.verdict);
  return out;
}

int Screening::exit_status() const {
  if (!failed.empty()) return 3;
  return verdict().value_or(Verdict::clear) > Verdict::allowed ? 1 : 0;
}

}  // namespace redline
